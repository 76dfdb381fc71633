import type { Net } from '../../stage/net.ts';

/** The answer is there if there is no error. */
type Done = (error: Error | null, answer: string) => void;

/** The same three questions, as one asked before there were promises, and as one asks today. */
export interface Apis {
  readonly ask: Readonly<Record<Question, (of: string, done: Done) => void>>;
  readonly get: Readonly<Record<Question, (of: string) => Promise<string>>>;
}

type Question = 'user' | 'posts' | 'comments';

export function makeApis(net: Net): Apis {
  const asking = (question: Question) => (of: string) => net.get<string>(`/${question}/${of}`);
  const get = { user: asking('user'), posts: asking('posts'), comments: asking('comments') };
  const calling = (question: Question) => (of: string, done: Done) => {
    void get[question](of).then(
      (answer) => {
        done(null, answer);
      },
      (error: unknown) => {
        // as such libraries do: no answer beside an error
        (done as (error: unknown) => void)(error);
      },
    );
  };
  return { get, ask: { user: calling('user'), posts: calling('posts'), comments: calling('comments') } };
}
