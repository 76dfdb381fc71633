import type { World } from '../../stage/world.ts';
import type { OldNet } from './ask.ts';

type Old = World & OldNet;

/** One check is missing: the error is forgotten, and the next question is asked with nothing. */
export function nested({ ask, log }: Old): void {
  function comments(name: string) {
    ask(`/user/${name}`, (error, user) => {
      if (error) return log(name, error.message);
      ask(`/posts/${user}`, (error, posts) => {
        ask(`/comments/${posts}`, (error, list) => {
          if (error) return log(name, error.message);
          log(name, list);
        });
      });
    });
  }

  comments('ada');
  comments('bob'); // his posts fail: 500
}

/** The straight line: one place for errors. */
export async function straight({ net, log }: World): Promise<void> {
  async function comments(name: string) {
    try {
      const user = await net.get<string>(`/user/${name}`);
      const posts = await net.get<string>(`/posts/${user}`);
      const list = await net.get<string>(`/comments/${posts}`);
      log(name, list);
    } catch (error) {
      log(name, (error as Error).message);
    }
  }

  await Promise.all([comments('ada'), comments('bob')]);
}

/** The flat chain. */
export async function chain({ net, log }: World): Promise<void> {
  function comments(name: string) {
    return net
      .get<string>(`/user/${name}`)
      .then((user) => net.get<string>(`/posts/${user}`))
      .then((posts) => net.get<string>(`/comments/${posts}`))
      .then((list) => log(name, list))
      .catch((error: Error) => log(name, error.message));
  }

  await Promise.all([comments('ada'), comments('bob')]);
}

/** Callbacks as they must be: a check in each. */
export function careful({ ask, log }: Old): void {
  function comments(name: string) {
    ask(`/user/${name}`, (error, user) => {
      if (error) return log(name, error.message);
      ask(`/posts/${user}`, (error, posts) => {
        if (error) return log(name, error.message);
        ask(`/comments/${posts}`, (error, list) => {
          if (error) return log(name, error.message);
          log(name, list);
        });
      });
    });
  }

  comments('ada');
  comments('bob');
}

/** An async function where a callback is expected: nobody holds its promise. */
export function mixed({ ask, net, log }: Old): void {
  try {
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the lesson's point
    ask('/user/bob', async (error, user) => {
      if (error) throw error;
      log(await net.get<string>(`/posts/${user}`));
    });
    log('no error so far');
  } catch (error) {
    log('caught', (error as Error).message);
  }
}

/** Wrapped once, where the old world ends. */
export async function wrapped({ ask, log }: Old): Promise<void> {
  function get(path: string) {
    return new Promise<string>((resolve, reject) => {
      ask(path, (error, answer) => {
        if (error) reject(error);
        else resolve(answer);
      });
    });
  }

  try {
    const user = await get('/user/bob');
    log(await get(`/posts/${user}`));
  } catch (error) {
    log('caught', (error as Error).message);
  }
}
