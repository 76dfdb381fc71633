import type { Lane } from '../../trace/trace.ts';
import type { StageWorld } from '../../stage/world.ts';

const LANE: Lane = { name: 'Answer', group: 'network' };

/** As a language model sends them: each with the space before it. */
const WORDS = ['The', ' next', ' train', ' to', ' Bern', ' leaves', ' soon.'];

/** What `fetch(path)` has as its body, as text: the words come when they come, whether anybody reads or not. */
export type Open = (path: string) => ReadableStream<string>;

/** A stream that lives in the page, with a word every `gap` ms. */
export function makeOpen(stage: StageWorld, gap: number): Open {
  return (path) => {
    stage.note(`open ${path}`);
    const finish = stage.tracer.start({ lane: LANE, label: path, mode: 'wait' });
    let stop = (): void => undefined;

    function send(controller: ReadableStreamDefaultController<string>, at: number): void {
      const word = WORDS[at] ?? '';
      stage.note(`word ${word.trim()}`);
      controller.enqueue(word);
      if (at + 1 < WORDS.length) {
        stop = stage.clock.after(gap, () => {
          send(controller, at + 1);
        });
        return;
      }
      stage.note(`end ${path}`);
      finish('fulfilled');
      controller.close();
    }

    return new ReadableStream<string>({
      start(controller) {
        stop = stage.clock.after(gap, () => {
          send(controller, 0);
        });
      },
      cancel() {
        stop();
        stage.note(`cancel ${path}`);
        finish('aborted');
      },
    });
  };
}
