import { describe, expect, it } from 'vitest';
import { commandOf, type Command, type Scene } from '../../../src/lab/present/keys.ts';
import { hintsOf } from '../../../src/lab/present/words.ts';

const READY: Scene = { slide: 'ready', compared: false, alone: false, pictured: false, cover: null };
const scene = (change: Partial<Scene>): Scene => ({ ...READY, ...change });
const does = (key: string, change: Partial<Scene> = {}): Command['does'] | null =>
  commandOf(key, scene(change))?.does ?? null;

describe('a remote with two keys and Escape', () => {
  it('goes from ready through run, result and why to ready again', () => {
    expect(does('PageDown')).toBe('start');
    expect(does('PageDown', { slide: 'result', compared: true })).toBe('why');
    expect(does('PageDown', { slide: 'why' })).toBe('ready');
  });

  it('passes by what came out, where there is something to see', () => {
    expect(does('PageDown', { slide: 'why', pictured: true })).toBe('picture');
    expect(does('PageDown', { slide: 'picture', pictured: true })).toBe('ready');
    expect(does('PageUp', { slide: 'picture', pictured: true })).toBe('why');
  });

  it('goes back the same way, and cancels what runs', () => {
    expect(does('PageUp', { slide: 'why' })).toBe('result');
    expect(does('PageUp', { slide: 'result' })).toBe('ready');
    expect(does('PageUp', { slide: 'running' })).toBe('cancel');
  });

  it('leaves with Escape only: one click too many must not end the lesson', () => {
    expect(does('Escape')).toBe('leave');
    expect(does('PageUp')).toBeNull();
    expect(does('Escape', { slide: 'running' })).toBe('cancel');
  });
});

describe('digits', () => {
  it('run one before all three were compared, and show one alone afterwards', () => {
    expect(commandOf('1', READY)).toEqual({ does: 'run', strategy: 'blocking' });
    expect(commandOf('2', scene({ slide: 'result' }))).toEqual({ does: 'run', strategy: 'chunked' });
    const after = scene({ slide: 'result', compared: true });
    expect(commandOf('3', after)).toEqual({ does: 'alone', strategy: 'pool' });
    expect(does('PageUp', { slide: 'result', compared: true, alone: true })).toBe('all');
  });
});

it('while something runs only stopping is heard: nothing may touch the slide', () => {
  for (const key of ['1', '2', '3', ' ', 'Enter', 'q', 'b', '.', 'f', 'PageDown']) {
    expect(does(key, { slide: 'running' }), key).toBeNull();
  }
});

it('a cover goes away with what people press then', () => {
  for (const key of ['q', 'Q', 'Escape', 'PageUp', 'PageDown'])
    expect(does(key, { cover: 'code' }), key).toBe('uncover');
  for (const key of ['.', 'b', 'PageDown', ' ', '1'])
    expect(does(key, { cover: 'black' }), key).toBe('uncover');
  expect(does('1', { cover: 'code' })).toBeNull();
});

it('other keys stay the browser’s', () => {
  for (const key of ['F5', 'F11', 'Tab', 'a', 'Home', '4']) expect(does(key), key).toBeNull();
});

it('each hint on a slide that can be pressed does what its key does', () => {
  const scenes = [
    READY,
    scene({ slide: 'running' }),
    scene({ slide: 'result' }),
    scene({ slide: 'result', compared: true }),
    scene({ slide: 'result', compared: true, alone: true }),
    scene({ slide: 'why', compared: true }),
    scene({ slide: 'why', compared: true, pictured: true }),
    scene({ slide: 'picture', compared: true, pictured: true }),
  ];
  const names: Readonly<Record<string, string>> = { '→': 'ArrowRight', Space: ' ', Esc: 'Escape' };
  for (const at of scenes) {
    const pressable = hintsOf(at, 'all').filter(({ command }) => command !== null);
    expect(pressable.length).toBeGreaterThan(0);
    for (const { keys, command } of pressable) {
      expect(commandOf(names[keys] ?? keys, at), `${at.slide}: ${keys}`).toEqual(command);
    }
  }
});
