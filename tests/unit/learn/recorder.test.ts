import { expect, test } from 'vitest';
import { Recorder } from '../../../src/learn/stage/tracer.ts';
import { spansOf } from '../../../src/learn/trace/trace.ts';

const TAPS = { name: 'Taps', group: 'input' } as const;
const MAIN = { name: 'Main thread', group: 'caller' } as const;

/** A clock that stands where it is put. */
function recorded() {
  let time = 100;
  const recorder = new Recorder(() => time);
  return {
    recorder,
    at: (ms: number) => {
      time = 100 + ms;
    },
  };
}

test('events are numbered in their order and timed from the start of the run', () => {
  const { recorder, at } = recorded();
  const finish = recorder.start({ lane: MAIN, label: 'work', mode: 'run' });
  at(5);
  recorder.point(MAIN, 'half');
  at(9);
  finish('finished');
  finish('finished');
  const { events, totalMs } = recorder.trace();
  expect(events.map(({ type, seq, ms }) => [type, seq, ms])).toEqual([
    ['start', 0, 0],
    ['point', 1, 5],
    ['end', 2, 9],
  ]);
  expect(totalMs).toBe(9);
});

test('a tap that was due at 500 and heard at 1,500 stands at 500, and its bar is as long as it waited', () => {
  const { recorder, at } = recorded();
  const finish = recorder.start({ lane: MAIN, label: 'busy', mode: 'run' });
  at(1500);
  finish('finished');
  const heard = recorder.start({ lane: TAPS, label: 'tap', mode: 'wait', since: 600 });
  heard('fulfilled');
  const { events, totalMs } = recorder.trace();
  expect(events.map(({ type, seq, ms }) => [type, seq, ms])).toEqual([
    ['start', 0, 0],
    ['start', 1, 500],
    ['end', 2, 1500],
    ['end', 3, 1500],
  ]);
  const tap = spansOf(events).find(({ start }) => start.lane.name === 'Taps');
  expect((tap?.end?.ms ?? 0) - (tap?.start.ms ?? 0)).toBe(1000);
  expect(totalMs).toBe(1500);
});

test('nothing can be due before the run, or later than it is told', () => {
  const { recorder, at } = recorded();
  at(10);
  recorder.point(TAPS, 'before', 3);
  recorder.point(TAPS, 'after', 999);
  expect(recorder.trace().events.map(({ ms }) => ms)).toEqual([0, 10]);
});

test('calls of one function are counted', () => {
  const { recorder } = recorded();
  const calls = ['search', 'other', 'search'].map((name) => recorder.enter(name));
  for (const call of calls) recorder.at(call, 1);
  const lines = recorder.trace().events.flatMap((event) => (event.type === 'line' ? [event] : []));
  expect(lines.map(({ name, call }) => `${name} ${String(call)}`)).toEqual([
    'search 1',
    'other 1',
    'search 2',
  ]);
});
