import { describe, expect, it } from 'vitest';
import { VisibilityWatch } from '../../../src/measure/visibility.ts';
import { FakePage } from './fake-page.ts';

function watchOf(page: FakePage): VisibilityWatch {
  const watch = new VisibilityWatch(page, page.timers.now);
  watch.start();
  return watch;
}

describe('VisibilityWatch', () => {
  it('says nothing of a page that stayed in view', () => {
    const page = new FakePage();
    const watch = watchOf(page);
    page.block(2000);
    expect(watch.stop()).toEqual({ wasHidden: false, hiddenMs: 0, invalidReason: null });
    expect(page.waiting.listeners).toBe(0);
  });

  it('adds up the time out of view and says so in one sentence', () => {
    const page = new FakePage();
    const watch = watchOf(page);
    for (const ms of [200, 400]) {
      page.hide(true);
      page.block(ms);
      page.hide(false);
      page.block(50);
    }
    expect(watch.stop()).toEqual({
      wasHidden: true,
      hiddenMs: 600,
      invalidReason: 'The page was hidden for 0.6 s: a hidden page gets no frames.',
    });
  });

  it('counts a page hidden from the start to the end, though no event came', () => {
    const page = new FakePage();
    page.hide(true);
    const watch = watchOf(page);
    page.block(1500);
    expect(watch.stop()).toMatchObject({ wasHidden: true, hiddenMs: 1500 });
  });

  it('believes an event that comes when the page is in view again', () => {
    const page = new FakePage();
    const watch = watchOf(page);
    page.hide(false);
    expect(watch.stop().invalidReason).toBe(
      'The page was hidden for a moment: a hidden page gets no frames.',
    );
  });

  it('starts afresh', () => {
    const page = new FakePage();
    const watch = watchOf(page);
    page.hide(true);
    page.block(10);
    page.hide(false);
    watch.start();
    expect(watch.stop().wasHidden).toBe(false);
    expect(page.waiting.listeners).toBe(0);
  });
});
