import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Recording, UserInput } from '../../../src/loop/contract.ts';
import type { RecordOptions, RunClient } from '../../../src/loop/machine-client.ts';
import { stepMs } from '../../../src/loop/model/play.ts';
import { Stepper } from '../../../src/loop/stepper.svelte.ts';
import { exampleRecording } from '../../support/loop/example-recording.ts';

/** A machine whose runs end when the test says so. */
class SlowMachine implements RunClient {
  readonly runs: {
    readonly inputs: readonly UserInput[];
    readonly options: RecordOptions;
    readonly end: (recording: Recording) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  closed = false;

  record(_code: string, inputs: readonly UserInput[], options: RecordOptions = {}): Promise<Recording> {
    return new Promise((end, fail) => {
      this.runs.push({ inputs, options, end, fail });
    });
  }

  close(): void {
    this.closed = true;
  }

  get last() {
    const run = this.runs.at(-1);
    if (run === undefined) throw new Error('Nothing has run.');
    return run;
  }
}

let machine: SlowMachine;
let stepper: Stepper;

async function ready(recording: Recording = exampleRecording()): Promise<void> {
  const run = stepper.run();
  machine.last.end(recording);
  await run;
}

beforeEach(() => {
  vi.useFakeTimers();
  machine = new SlowMachine();
  stepper = new Stepper(machine);
  stepper.setCode('1');
});

afterEach(() => {
  vi.useRealTimers();
});

describe('stepping', () => {
  test('nothing runs before it is asked for', () => {
    expect(machine.runs).toHaveLength(0);
    expect(stepper.view).toBeNull();
    stepper.step();
    stepper.back();
    stepper.goTo(5);
    expect(machine.runs).toHaveLength(0);
    expect(stepper.position).toBe(0);
  });

  test('goes forth and back, and not beyond either end', async () => {
    await ready();
    expect(stepper.view?.index).toBe(0);
    stepper.step();
    stepper.step();
    expect([stepper.position, stepper.before, stepper.arrival]).toEqual([2, 1, 'step']);
    stepper.back();
    expect(stepper.position).toBe(1);
    stepper.back();
    stepper.back();
    expect([stepper.position, stepper.atStart]).toEqual([0, true]);
    stepper.goTo(999);
    expect([stepper.position, stepper.atEnd, stepper.arrival]).toEqual([12, true, 'jump']);
    stepper.step();
    expect(stepper.position).toBe(12);
  });

  test('runs to a line, and says when the line doesn’t come any more', async () => {
    await ready();
    expect(stepper.runToLine(5)).toBe(true);
    expect(stepper.view?.place?.line).toBe(5);
    stepper.goTo(12);
    expect(stepper.runToLine(5)).toBe(false);
    expect(stepper.position).toBe(12);
  });

  test('changed code ends everything', async () => {
    await ready();
    stepper.step();
    stepper.setCode('2');
    expect([stepper.view, stepper.position, stepper.status]).toEqual([null, 0, { status: 'edited' }]);
  });
});

describe('a run', () => {
  test('shows its first steps before it is over', async () => {
    const run = stepper.run();
    expect(stepper.status).toEqual({ status: 'recording' });
    machine.last.options.onBatch?.({ ...exampleRecording(), length: 3, end: null });
    expect(stepper.view?.index).toBe(0);
    stepper.goTo(50);
    expect([stepper.position, stepper.atEnd]).toEqual([2, false]);
    machine.last.end(exampleRecording());
    await run;
    expect([stepper.status, stepper.position, stepper.length]).toEqual([{ status: 'ready' }, 2, 13]);
  });

  test('is dropped when another one begins, and so is what comes of it late', async () => {
    const first = stepper.run();
    const dropped = machine.last;
    const second = stepper.run();
    expect(dropped.options.signal?.aborted).toBe(true);
    machine.last.end(exampleRecording());
    await second;
    dropped.end({ ...exampleRecording(), length: 1 });
    await first;
    expect(stepper.length).toBe(13);
  });

  test('that can’t begin says why, and the next one works', async () => {
    const run = stepper.run();
    machine.last.fail(new Error('No worker.'));
    await run;
    expect(stepper.status).toEqual({ status: 'failed', message: 'No worker.' });
    await ready();
    expect(stepper.status).toEqual({ status: 'ready' });
  });

  test('ends with the page', () => {
    void stepper.run();
    stepper.close();
    expect([machine.last.options.signal?.aborted, machine.closed]).toEqual([true, true]);
  });
});

describe('a click', () => {
  test('runs again with the click at this step, and stays there', async () => {
    await ready();
    stepper.goTo(7);
    const click = stepper.click('button');
    expect(machine.last.inputs).toEqual([{ kind: 'click', target: 'button', atStep: 7 }]);
    machine.last.options.onBatch?.({ ...exampleRecording(), length: 2, end: null });
    expect([stepper.position, stepper.length]).toEqual([7, 13]);
    machine.last.end({ ...exampleRecording(), inputs: machine.last.inputs });
    await click;
    expect(stepper.position).toBe(7);
  });

  test('before another one forgets the later one', async () => {
    const late: UserInput = { kind: 'click', target: 'button', atStep: 9 };
    const early: UserInput = { kind: 'click', target: 'button', atStep: 2 };
    await ready({ ...exampleRecording(), inputs: [early, late] });
    stepper.goTo(5);
    void stepper.click('button');
    expect(machine.last.inputs.map(({ atStep }) => atStep)).toEqual([2, 5]);
  });

  test('is forgotten by Run', async () => {
    await ready({ ...exampleRecording(), inputs: [{ kind: 'click', target: 'b', atStep: 1 }] });
    void stepper.run();
    expect(machine.last.inputs).toEqual([]);
  });
});

describe('play', () => {
  test('steps at its speed and rests at the end', async () => {
    await ready();
    stepper.speed = '8';
    stepper.togglePlay();
    vi.advanceTimersByTime(stepMs('8') * 3);
    expect([stepper.position, stepper.playing]).toEqual([3, true]);
    vi.advanceTimersByTime(stepMs('8') * 40);
    expect([stepper.position, stepper.playing]).toEqual([12, false]);
  });

  test('begins anew from the end', async () => {
    await ready();
    stepper.goTo(12);
    stepper.togglePlay();
    expect([stepper.position, stepper.playing]).toEqual([0, true]);
  });

  test('is stopped by Step, Back, the slider and itself', async () => {
    await ready();
    const stops = [
      () => {
        stepper.step();
      },
      () => {
        stepper.back();
      },
      () => {
        stepper.goTo(3);
      },
      () => {
        stepper.togglePlay();
      },
    ];
    for (const stop of stops) {
      stepper.goTo(4);
      stepper.togglePlay();
      stop();
      const { position } = stepper;
      vi.advanceTimersByTime(60_000);
      expect([stepper.position, stepper.playing]).toEqual([position, false]);
    }
  });

  test('waits for the machine', async () => {
    const run = stepper.run();
    stepper.togglePlay();
    vi.advanceTimersByTime(stepMs('1') * 2);
    expect([stepper.position, stepper.playing]).toEqual([0, true]);
    machine.last.end(exampleRecording());
    await run;
    vi.advanceTimersByTime(stepMs('1'));
    expect(stepper.position).toBe(1);
  });
});
