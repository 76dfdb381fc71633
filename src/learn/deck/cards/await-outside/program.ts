import type { World } from '../../../stage/world.ts';
import type { ScriptTools } from './scripts.ts';

/** In a plain script `await` may stand in async functions only. */
export function trap({ start, log }: World & ScriptTools): void {
  // answer.js has two lines:
  //   const answer = await 42;
  //   postMessage(answer);
  const script = start('classic');
  script.onmessage = ({ data }) => log(data);
  script.onerror = ({ message }) => {
    log(message);
  };
}

/** At the top of a module it may stand as well. */
export function fix({ start, log }: World & ScriptTools): void {
  // the same answer.js, as a module
  const script = start('module');
  script.onmessage = ({ data }) => log(data);
  script.onerror = ({ message }) => {
    log(message);
  };
}
