import type { Net } from '../../stage/net.ts';

/** The answer is there if there is no error. */
export type Done = (error: Error | null, answer: string) => void;

/** How one asked before there were promises: the last argument is called with an error or an answer. */
export interface OldNet {
  readonly ask: (path: string, done: Done) => void;
}

export function makeAsk(net: Net): OldNet['ask'] {
  return (path, done) => {
    void net.get<string>(path).then(
      (answer) => {
        done(null, answer);
      },
      (error: unknown) => {
        // as such libraries do: no answer beside an error
        (done as (error: unknown) => void)(error);
      },
    );
  };
}
