import { COLLECTOR, SLOWER } from './native.ts';

interface FrameWindow extends Window {
  readonly lines: readonly string[];
}

/** Adds a script to a page: it has run when this returns. */
function addScript(page: Document, code: string): void {
  const script = page.createElement('script');
  script.textContent = code;
  page.body.append(script);
}

/**
 * What the browser itself prints for that code, in order: run in a page of its own, until as much time has
 * passed in it as the machine says that the code takes, and two frames.
 */
export async function runInFrame(code: string, takesMs: number): Promise<readonly string[]> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentWindow as FrameWindow;
  // Kept from before: the slowed timers are the snippet's alone, and it may take its page's apart.
  const wait = page.setTimeout.bind(page);
  const nextFrame = page.requestAnimationFrame.bind(page);
  addScript(page.document, `globalThis.lines = ${COLLECTOR};`);
  addScript(page.document, code);
  await new Promise((resolve) => wait(resolve, takesMs * SLOWER + 20));
  for (let i = 0; i < 2; i += 1) await new Promise((resolve) => nextFrame(resolve));
  const lines = [...page.lines];
  frame.remove();
  return lines;
}
