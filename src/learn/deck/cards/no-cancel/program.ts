import type { World } from '../../../stage/world.ts';

/** The race is lost, the work goes on. */
export async function trap({ log, pause }: World): Promise<void> {
  async function report() {
    await pause(300);
    log('report sent');
  }

  async function tooLate() {
    await pause(100);
    throw new Error('too late');
  }

  try {
    await Promise.race([report(), tooLate()]);
  } catch {
    log('gave up');
  }
}

/** The operation is told to stop. */
export async function fix({ log, net, pause }: World): Promise<void> {
  const control = new AbortController();
  const { signal } = control;

  async function report() {
    await net.get('/report', { signal });
    log('report sent');
  }

  void pause(100).then(() => control.abort());
  try {
    await report();
  } catch {
    log('gave up');
  }
}
