import type { Lane } from '../../trace/trace.ts';
import type { StageWorld } from '../../stage/world.ts';

const DIARY: Lane = { name: 'Diary open', group: 'worker' };
const WRITING: Lane = { name: 'Writing', group: 'worker' };

/** A small database that refuses to close while it is written to, as SQLite does (SQLITE_BUSY). */
export interface Diary {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

export type Open = (path: string) => Promise<Diary>;

const OPENING_MS = 60;
const CLOSING_MS = 60;

/** Makes diaries that live in the page and take `slow` ms to write. */
export function makeOpen(stage: StageWorld, slow: number): Open {
  const after = (ms: number) => new Promise<void>((resolve) => stage.clock.after(ms, resolve));
  return async (path) => {
    stage.note(`open ${path}`);
    const closed = stage.tracer.start({ lane: DIARY, label: path, mode: 'wait' });
    let writing = 0;
    await after(OPENING_MS);
    stage.note(`opened ${path}`);
    return {
      async write(text) {
        stage.note(`write ${text}`);
        const written = stage.tracer.start({ lane: WRITING, label: text, mode: 'wait' });
        writing += 1;
        await after(slow);
        writing -= 1;
        stage.note(`written ${text}`);
        written('fulfilled');
      },
      async close() {
        stage.note(`close ${path}`);
        if (writing > 0) throw new Error('It is being written to.');
        await after(CLOSING_MS);
        stage.note(`closed ${path}`);
        closed('fulfilled');
      },
    };
  };
}
