import { expect, it } from 'vitest';
import { keepAwake, type WakeHost } from '../../../src/lab/run/wake-lock.ts';
import { FakePage } from '../measure/fake-page.ts';

class Screen {
  readonly page = new FakePage();
  asked = 0;
  held = 0;
  refuses = false;

  readonly host: WakeHost = {
    page: this.page as unknown as WakeHost['page'],
    wakeLock: {
      request: () => {
        this.asked += 1;
        if (this.refuses) return Promise.reject(new DOMException('Low battery.', 'NotAllowedError'));
        this.held += 1;
        return Promise.resolve({
          release: () => {
            this.held -= 1;
            return Promise.resolve();
          },
        });
      },
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

it('the screen is kept on while it is wanted, and no longer', async () => {
  const screen = new Screen();
  const stop = keepAwake(screen.host);
  await settled();
  expect(screen.held).toBe(1);
  stop();
  expect(screen.held).toBe(0);
  expect(screen.page.waiting.listeners).toBe(0);
});

it('a lock that comes after the run is over is let go at once', async () => {
  const screen = new Screen();
  keepAwake(screen.host)();
  await settled();
  expect(screen.held).toBe(0);
});

it('it is asked for again when the page is back', async () => {
  const screen = new Screen();
  const stop = keepAwake(screen.host);
  await settled();
  screen.page.hide(true);
  screen.page.hide(false);
  await settled();
  expect(screen.asked).toBe(2);
  stop();
});

it('a browser that has none, or says no, takes nothing away', async () => {
  const screen = new Screen();
  screen.refuses = true;
  const stop = keepAwake(screen.host);
  await settled();
  stop();
  expect(screen.asked).toBe(1);
  keepAwake({ ...screen.host, wakeLock: undefined })();
});
