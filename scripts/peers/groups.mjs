/**
 * What is held against what. A contender's name says where it runs: `node …` is a package for Node, anything else is on
 * the page of peers; `…: wasm, 2` is the product's kernel of that engine on its pool of two workers.
 *
 * @typedef {object} Against
 * @property {string} peer the contender it is compared with
 * @property {number} [goal] the ratio ours ÷ theirs that is wanted at most
 *
 * @typedef {object} Comparison
 * @property {string} ours
 * @property {readonly Against[]} against
 *
 * @typedef {object} Group
 * @property {string} name
 * @property {string} title
 * @property {readonly string[]} [says] what the rows measure, where their names don't say it all
 * @property {true} [tapped] real taps come while a contender runs
 * @property {readonly Comparison[]} comparisons
 */

/** Not a peer but a floor, on the page's own thread: nothing that reads and writes a picture takes less. */
const COPY = 'copy of the picture';

/** What people do without a pool, or with another's. */
const IN_TURN = [
  { peer: 'bare, in turn', goal: 1.15 },
  { peer: 'workerpool, in turn', goal: 1 },
];
const AT_ONCE = [
  { peer: 'bare, tiny', goal: 1.15 },
  { peer: 'workerpool, tiny', goal: 1 },
];

/** What two workers should take of one's time, where there is enough to do for both. */
const BY_TWO = 0.54;

/**
 * Two workers against one, by each engine.
 *
 * @param {string} job
 * @param {number} [goal]
 * @returns {Comparison[]}
 */
function workersOf(job, goal) {
  return ['wasm', 'ts'].map((engine) => ({
    ours: `${job}: ${engine}, 2`,
    against: [{ peer: `${job}: ${engine}, 1`, ...(goal !== undefined && { goal }) }],
  }));
}

/**
 * Each twin against the other, and two workers against one.
 *
 * @param {string} job
 * @param {number} [goal] of two workers
 * @returns {Comparison[]}
 */
function twinsOf(job, goal) {
  return [
    { ours: `${job}: wasm, 1`, against: [{ peer: `${job}: ts, 1`, goal: 1 }] },
    ...workersOf(job, goal),
  ];
}

/** @type {readonly Group[]} */
export const GROUPS = [
  {
    name: 'blur',
    title: 'Blur, σ = 8, 2464 × 1632',
    comparisons: [
      {
        ours: 'blur: wasm, 1',
        against: [
          { peer: 'canvas blur', goal: 0.45 },
          { peer: 'node sharp blur, 1 thread', goal: 0.3 },
          { peer: 'node sharp blur, all threads' },
          { peer: 'node jimp blur' },
          { peer: COPY },
        ],
      },
      {
        ours: 'blur: wasm, 2',
        against: [
          { peer: 'canvas blur', goal: 0.26 },
          { peer: 'node sharp blur, 1 thread', goal: 0.17 },
          { peer: 'node sharp blur, all threads' },
        ],
      },
      { ours: 'blur: ts, 1', against: [{ peer: 'node sharp blur, 1 thread', goal: 2.7 }] },
      ...twinsOf('blur', BY_TWO),
    ],
  },
  {
    name: 'median5',
    title: 'Median 5 × 5, 2464 × 1632',
    comparisons: [
      { ours: 'median 5: wasm, 1', against: [{ peer: 'node sharp median 5', goal: 0.04 }] },
      { ours: 'median 5: ts, 1', against: [{ peer: 'node sharp median 5', goal: 0.6 }] },
      ...twinsOf('median 5'),
    ],
  },
  {
    name: 'median3',
    title: 'Median 3 × 3, 2464 × 1632',
    comparisons: [
      {
        ours: 'median 3: wasm, 1',
        against: [{ peer: 'node sharp median 3', goal: 0.01 }, { peer: COPY }],
      },
      ...twinsOf('median 3'),
    ],
  },
  {
    name: 'edges',
    title: 'Edges (Sobel), 2464 × 1632',
    comparisons: [
      {
        ours: 'edges: wasm, 1',
        against: [
          { peer: 'node sharp convolve', goal: 0.08 },
          { peer: 'node jimp convolute' },
          { peer: COPY },
        ],
      },
      ...twinsOf('edges'),
    ],
  },
  {
    name: 'sha256-files',
    title: 'SHA-256, 200 files of 1 MiB',
    comparisons: [
      {
        ours: 'SHA-256, files: wasm, 1',
        against: [{ peer: 'hash-wasm, files', goal: 0.45 }, { peer: 'noble, files' }],
      },
      { ours: 'SHA-256, files: wasm, 2', against: [{ peer: 'crypto.subtle, files', goal: 0.65 }] },
      { ours: 'SHA-256, files: ts, 1', against: [{ peer: 'hash-wasm, files', goal: 1.1 }] },
      ...twinsOf('SHA-256, files', BY_TWO),
    ],
  },
  {
    name: 'sha256-stream',
    title: 'SHA-256, one stream of 64 MiB',
    comparisons: [
      {
        ours: 'SHA-256, stream: wasm, 1',
        against: [
          { peer: 'hash-wasm, stream', goal: 0.65 },
          { peer: 'noble, stream' },
          { peer: 'crypto.subtle, stream' },
        ],
      },
      { ours: 'SHA-256, stream: wasm, 1', against: [{ peer: 'SHA-256, stream: ts, 1', goal: 1 }] },
    ],
  },
  {
    name: 'blake3',
    title: 'BLAKE3, 256 MiB',
    comparisons: [
      { ours: 'BLAKE3: wasm, 1', against: [{ peer: 'hash-wasm, blake3', goal: 0.42 }] },
      { ours: 'BLAKE3: ts, 1', against: [{ peer: 'hash-wasm, blake3', goal: 1.2 }] },
      ...twinsOf('BLAKE3', BY_TWO),
    ],
  },
  {
    name: 'blake3-huge',
    title: 'BLAKE3, 1 GiB in memory, against SHA-256 of as much',
    comparisons: [
      {
        ours: 'BLAKE3, huge: wasm, 2',
        against: [
          { peer: 'crypto.subtle, huge', goal: 0.3 },
          { peer: 'node OpenSSL SHA-256, huge', goal: 0.6 },
        ],
      },
    ],
  },
  {
    name: 'mandelbrot',
    title: 'Mandelbrot, 1024 × 768, 1,500 iterations',
    comparisons: [
      { ours: 'Mandelbrot: wasm, 1', against: [{ peer: 'Mandelbrot: ts, 1', goal: 0.35 }] },
      ...workersOf('Mandelbrot', BY_TWO),
    ],
  },
  {
    name: 'path-tracer',
    title: 'Path tracer, 320 × 240, 16 samples',
    comparisons: twinsOf('path tracer', BY_TWO),
  },
  {
    name: 'pool',
    title: 'The pool’s own cost',
    says: [
      'dispatch: 2,000 empty parts in one run, on one worker, as the pool hands them out (quick ones share a message)',
      'in turn: 2,000 empty parts in one run, on one worker, each sent when the one before is back (for the peers: 2,000 calls)',
      'run by run: 2,000 runs of one empty part, with all that a run does before and after its parts',
      'tiny: 10,000 empty parts, or calls, at once, on two workers',
      '32 parts: the same 32 tiles of the fractal on two workers',
      'after an abort: from the abort of two busy workers until the same pool has answered the next call',
      'shared: parts are claimed in shared memory, nothing is sent for a part; else parts are messages',
      'bare: a worker and `postMessage`, by hand',
    ],
    comparisons: [
      ...['pool, dispatch', 'pool, dispatch, shared', 'pool, in turn', 'pool, in turn, shared'].map(
        (ours) => ({ ours, against: IN_TURN }),
      ),
      {
        ours: 'pool, run by run',
        against: [{ peer: 'bare, in turn' }, { peer: 'workerpool, in turn' }],
      },
      {
        ours: 'pool, run by run, shared',
        against: [{ peer: 'bare, in turn' }, { peer: 'workerpool, in turn' }],
      },
      ...['pool, tiny', 'pool, tiny, shared'].map((ours) => ({ ours, against: AT_ONCE })),
      {
        ours: 'pool, 32 parts',
        against: [{ peer: 'bare, 32 parts' }, { peer: 'workerpool, 32 parts' }],
      },
      {
        ours: 'pool, 32 parts, shared',
        against: [{ peer: 'bare, 32 parts' }, { peer: 'workerpool, 32 parts' }],
      },
      {
        ours: 'pool, after an abort',
        against: [{ peer: 'workerpool, after an abort' }],
      },
      {
        ours: 'pool, after an abort, shared',
        against: [{ peer: 'workerpool, after an abort' }],
      },
    ],
  },
  {
    name: 'chunked',
    title: 'Chunked, slices of 8 ms (Mandelbrot, steps of about 2 ms)',
    says: [
      'all but one: the page asks for every frame',
      'nothing to draw: nobody asks for frames; what is left is what the pauses themselves cost',
      'interactive, smooth: main-thread-scheduling’s own slices, of 83 ms and of 13 ms',
    ],
    comparisons: [
      { ours: 'chunked, nothing to draw', against: [{ peer: 'blocking' }] },
      {
        ours: 'chunked, slices of 8 ms',
        against: [
          { peer: 'blocking', goal: 1.03 },
          { peer: 'main-thread-scheduling, interactive', goal: 1 },
          { peer: 'main-thread-scheduling, smooth', goal: 1 },
          { peer: 'setTimeout, slices of 8 ms' },
        ],
      },
    ],
  },
  {
    name: 'tapped',
    title: 'The same, while the page is tapped',
    says: [
      'every 40 ms a real click comes from outside: what it costs the page’s thread is in the time, where it is let through',
    ],
    tapped: true,
    comparisons: [
      {
        ours: 'chunked, slices of 8 ms',
        against: [
          { peer: 'blocking' },
          { peer: 'main-thread-scheduling, interactive' },
          { peer: 'main-thread-scheduling, smooth' },
          { peer: 'setTimeout, slices of 8 ms' },
        ],
      },
    ],
  },
];
