import type { World } from '../../stage/world.ts';
import type { Apis } from './apis.ts';

type Old = World & Apis & { readonly name: string };

/** One check is missing: the error is forgotten, and the next question is asked with nothing. */
export function nested({ ask, log, name }: Old): void {
  ask.user(name, (e, user) => {
    if (e) return log(name, e);
    ask.posts(user, (e, posts) => {
      ask.comments(posts, (e, all) => {
        if (e) return log(name, e);
        log(name, all);
      });
    });
  });
}

/** The straight line: one place for errors. */
export async function straight({ get, log, name }: Old): Promise<void> {
  try {
    const user = await get.user(name);
    const posts = await get.posts(user);
    const all = await get.comments(posts);
    log(name, all);
  } catch (e) {
    log(name, e);
  }
}

/** The flat chain. */
export async function chain({ get, log, name }: Old): Promise<void> {
  await get
    .user(name)
    .then((user) => get.posts(user))
    .then((posts) => get.comments(posts))
    .then((all) => log(name, all))
    .catch((e) => log(name, e));
}

/** Callbacks as they must be: a check in each. */
export function careful({ ask, log, name }: Old): void {
  ask.user(name, (e, user) => {
    if (e) return log(name, e);
    ask.posts(user, (e, posts) => {
      if (e) return log(name, e);
      ask.comments(posts, (e, all) => {
        if (e) return log(name, e);
        log(name, all);
      });
    });
  });
}

/** An async function where a callback is expected: nobody holds its promise. */
export function mixed({ ask, get, log, name }: Old): void {
  try {
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the lesson's point
    ask.user(name, async (e, user) => {
      if (e) throw e;
      log(name, await get.posts(user));
    });
    log(name, 'no error so far');
  } catch (e) {
    log(name, 'caught', e);
  }
}

/** Wrapped once, where the old world ends. */
export async function wrapped({ ask, get, log, name }: Old): Promise<void> {
  const wrap = (who: string) =>
    new Promise<string>((done, fail) => {
      ask.user(who, (e, user) => {
        if (e) fail(e);
        else done(user);
      });
    });

  try {
    const user = await wrap(name);
    log(name, await get.posts(user));
  } catch (e) {
    log(name, 'caught', e);
  }
}
