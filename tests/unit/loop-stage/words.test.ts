import { describe, expect, test } from 'vitest';
import type { End, Job, JobKind, StepView, WhyCode } from '../../../src/loop/contract.ts';
import { differenceWords, endWords } from '../../../src/loop/words/end-words.ts';
import { frameWords, jobTitle, queuedWords, waitingWords } from '../../../src/loop/words/job-words.ts';
import { nativeWords } from '../../../src/loop/words/native-words.ts';
import { positionText, segmentWords } from '../../../src/loop/words/segment-words.ts';
import { sentenceOf } from '../../../src/loop/words/sentence.ts';
import { exampleRecording } from '../../support/loop/example-recording.ts';

const recording = exampleRecording();
const WHY: readonly WhyCode[] = [
  'script-starts',
  'runs-on',
  'called',
  'returned',
  'awaits',
  'goes-on',
  'microtasks-begin',
  'microtask-next',
  'task-next',
  'frame-due',
  'frame-callback-next',
  'sleeps',
  'timer-due',
  'response-arrived',
  'clicked',
  'signal-aborts',
  'error-reported',
  'rejection-reported',
  'nothing-left',
  'limit',
];

function job(kind: JobKind, parts: Partial<Job> = {}): Job {
  const place = { from: 0, to: 1, line: 3, column: 1, endLine: 3 };
  return {
    id: 1,
    kind,
    label: 'anonymous',
    place,
    queuedBy: place,
    queuedAt: 0,
    parent: 0,
    again: null,
    delayMs: null,
    dueMs: null,
    ...parts,
  };
}

const sentence = (view: StepView): string => {
  const { rule, detail } = sentenceOf(view);
  return `${rule} ${detail}`;
};

describe('the sentence', () => {
  test.each(WHY)('of "%s" is whole, with a job and without', (code) => {
    for (const why of [
      { code, job: null },
      { code, job: job('timer') },
      { code, job: job('await', { label: 'greet' }) },
    ]) {
      for (let index = 0; index < recording.length; index += 1) {
        const { rule, detail } = sentenceOf({ ...recording.step(index), why });
        for (const part of [rule, detail]) {
          expect(part).toMatch(/^\S.*\.$/);
          expect(part).not.toMatch(/undefined|null|\bNaN|anonymous|\.\.|\s\s/);
        }
      }
    }
  });

  test('says the rule in the words of the specification', () => {
    expect(sentence(recording.step(7))).toContain('The stack is empty: run microtasks until none is left.');
    expect(sentence(recording.step(8))).toBe(
      'The stack was empty: run microtasks until none is left. greet() goes on after its await in line 4.',
    );
    expect(sentence(recording.step(11))).toContain('take one task, the oldest');
    expect(sentence(recording.step(11))).toContain('queued by line 2');
  });

  test('counts the microtasks', () => {
    const view = recording.step(7);
    expect(sentence(view)).toContain('2 microtasks are queued.');
    const none = { length: 0, first: () => [] };
    expect(sentence({ ...view, microtasks: none })).toContain('None is queued.');
  });

  test('tells how long the loop sleeps', () => {
    const timer = job('timer', { dueMs: 50 });
    const view = { ...recording.step(12), timeMs: 12.5, why: { code: 'sleeps', job: timer } } as const;
    expect(sentence(view)).toContain('until the timer callback of line 3 is ready: 37.5 ms.');
  });
});

describe('cards', () => {
  test('say what they are, and which line put them there', () => {
    expect([jobTitle(job('then')), queuedWords(job('then'))]).toEqual(['then callback', 'queued by line 3']);
    const named = job('timer', { label: 'tick' });
    expect([jobTitle(named), queuedWords(named)]).toEqual(['tick()', 'timer, queued by line 3']);
    const resumed = job('await', { label: 'greet' });
    expect([jobTitle(resumed), queuedWords(resumed)]).toEqual(['greet()', 'after await, queued by line 3']);
    expect(jobTitle(job('then'), true)).toBe('then');
    const click = job('click', { label: '#save', queuedBy: null });
    expect([jobTitle(click), queuedWords(click)]).toEqual(['click, #save', 'by you']);
  });

  test('tell how long they wait, never less than nothing', () => {
    expect(waitingWords(job('timer', { dueMs: 50 }), 20)).toBe('30 ms left, from line 3');
    expect(waitingWords(job('timer', { dueMs: 50 }), 80)).toBe('0 ms left, from line 3');
    expect(waitingWords(job('frame-callback', { dueMs: 16 }), 0)).toBe('next frame, from line 3');
  });

  test('of the stack say where execution stands', () => {
    const frames = recording.step(9).stack;
    const words = frames.map((frame, index) => frameWords(frame, frames[index + 1] ?? null));
    expect(words).toEqual(['resumed at line 4', 'built in']);
  });
});

describe('what a function of the host does', () => {
  test.each(['setTimeout', 'Promise.prototype.then', 'console.warn', 'somethingElse', 'constructor'])(
    '%s has a sentence',
    (name) => {
      expect(nativeWords(name)).toMatch(/^\S.*\.$/);
    },
  );

  test('names the console’s function itself', () => {
    expect(nativeWords('console.warn')).toMatch(/^console\.warn /);
  });
});

describe('the end', () => {
  const place = { from: 0, to: 1, line: 7, column: 1, endLine: 7 };
  const ends: readonly End[] = [
    { status: 'syntax', message: 'SyntaxError: Unexpected token', line: 2, column: 5 },
    { status: 'timed-out', silent: true, afterMs: 3000, place },
    { status: 'failed', message: 'Out of memory.' },
  ];

  test.each(ends)('$status has a title and a sentence', (end) => {
    const words = endWords(end, 1);
    expect(words?.title).toMatch(/^[A-Z].*\.$/);
    expect(words?.text).toMatch(/\.$/);
    expect(words?.text).not.toMatch(/undefined|null|SyntaxError/);
  });

  test('of a run that went well is not worth a word', () => {
    expect(endWords({ status: 'completed', uncaught: 0 }, 1)).toBeNull();
  });

  test('promises no step where nothing was recorded', () => {
    const deep = { status: 'limit', limit: 'depth', value: 0, place: null } as const;
    expect(endWords(deep, 0)?.text).toMatch(/lie too deep.* Nothing ran\.$/);
    expect(endWords(deep, 9)?.text).toMatch(/ You can step through what was recorded\.$/);
    const late = { status: 'timed-out', silent: false, afterMs: 4900, place: null } as const;
    expect(endWords(late, 0)?.text).toBe(
      'The machine was stopped after 4.9 seconds of work. Nothing was recorded.',
    );
  });

  test('says of a machine that fell silent that it did, of one that worked on how long it worked', () => {
    const late = { status: 'timed-out', silent: true, afterMs: 3000, place } as const;
    expect(endWords(late, 2)).toEqual({
      title: 'One call took too long.',
      text: 'The machine gave no sign for 3 seconds and was stopped. It was last heard of in line 7. You can step through what was recorded.',
    });
    expect(endWords({ ...late, silent: false }, 2)?.title).toMatch(/runs too long/);
  });

  test('differences are told', () => {
    expect(differenceWords('no-dom')).toMatch(/\.$/);
  });
});

describe('the slider', () => {
  test('speaks of the step, its turn and its line', () => {
    const [script = null, micro = null, task = null] = recording.segments;
    expect(positionText(recording.step(8), 13, micro)).toBe('Step 9 of 13, Microtasks, line 5');
    expect(positionText(recording.step(0), 13, script)).toBe('Step 1 of 13, Script, line 1');
    expect(positionText(null, 0, null)).toBe('Nothing has run');
    expect(task === null ? '' : segmentWords(task)).toBe('Task: timer callback, line 2');
  });
});
