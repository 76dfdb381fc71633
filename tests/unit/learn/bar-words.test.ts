import { expect, test } from 'vitest';
import { wordsAt } from '../../../src/learn/trace/bar-words.ts';
import { layOutLanes } from '../../../src/learn/trace/lanes-layout.ts';
import { timeScale } from '../../../src/learn/trace/scale.ts';
import type { Lane, Trace, TraceEvent } from '../../../src/learn/trace/trace.ts';

const STOPS: Lane = { name: '/stops', group: 'network' };
const CONSOLE: Lane = { name: 'Console', group: 'console' };

const events: readonly TraceEvent[] = [
  { type: 'start', seq: 0, ms: 0, span: 1, lane: STOPS, label: '/stops?q=Be', mode: 'wait', stale: false },
  { type: 'point', seq: 1, ms: 50, lane: CONSOLE, label: 'asked' },
  {
    type: 'end',
    seq: 2,
    ms: 100.04,
    span: 1,
    lane: STOPS,
    label: '/stops?q=Be',
    mode: 'wait',
    end: 'fulfilled',
    value: '41 stops',
  },
  {
    type: 'start',
    seq: 3,
    ms: 300,
    span: 2,
    lane: STOPS,
    label: '/stops?q=Bern',
    mode: 'wait',
    stale: false,
  },
];
const trace: Trace = { events, totalMs: 400 };
const [network, console] = layOutLanes(trace, timeScale(400), 400);
const at = (ms: number): number => timeScale(400).ofMs(ms);

test('a press on a bar says when it was, how it ended and with what', () => {
  if (network === undefined || console === undefined) throw new Error('A lane is missing.');
  expect(wordsAt(network, at(60))).toBe('/stops, /stops?q=Be: from 0 ms to 100 ms, fulfilled: 41 stops');
  expect(wordsAt(network, at(350))).toBe('/stops, /stops?q=Bern: from 300 ms on.');
  expect(wordsAt(console, at(50))).toBe('Console at 50 ms: asked');
});

test('a finger may land a little beside it, and far from everything there is nothing', () => {
  if (network === undefined) throw new Error('A lane is missing.');
  expect(wordsAt(network, at(110))).toContain('41 stops');
  expect(wordsAt(network, at(200))).toBeNull();
});

test('where a lane has two bars close to each other, the note of the first is left to the list', () => {
  const near = timeScale(400);
  const [row] = layOutLanes({ ...trace, events }, near, 400);
  expect(row?.bars[0]?.note).toBe('100');
  const closer = events.map((event) => (event.seq === 3 ? { ...event, ms: 110 } : event));
  const [tight] = layOutLanes({ ...trace, events: closer }, near, 400);
  expect(tight?.bars[0]?.note).toBe('');
});
