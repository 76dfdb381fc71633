import type { World } from '../../stage/world.ts';
import type { Open } from './answer.ts';
import type { Page } from './page.ts';

/** Everything first, and only then the first of it. */
export async function collected({ net, show }: World): Promise<void> {
  const trains: string[] = [];
  let page = 1;
  while (page > 0) {
    const path = `/trains/${page}`;
    const answer = await net.get<Page>(path);
    trains.push(...answer.trains);
    page = answer.next;
  }

  for (const train of trains) {
    show(train);
    if (train === '06:30') break;
  }
}

/** A page when it is asked for, and not before. */
export async function asked({ net, show, log }: World): Promise<void> {
  async function* trains() {
    let page = 1;
    try {
      while (page > 0) {
        const path = `/trains/${page}`;
        const answer = await net.get<Page>(path);
        yield* answer.trains;
        page = answer.next;
      }
    } finally {
      log('closed');
    }
  }

  for await (const train of trains()) {
    show(train);
    if (train === '06:30') break;
  }
}

/** A text that is shown while it is still being written. */
export async function tokens({ open, show }: World & { readonly open: Open }): Promise<void> {
  async function* words(stream: ReadableStream<string>) {
    const reader = stream.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  }

  let text = '';
  for await (const word of words(open('/answer'))) {
    text += word;
    show(text);
  }
}

/** The stream is an iterator itself, and hears of `break`. */
export async function streamed({ open, show }: World & { readonly open: Open }): Promise<void> {
  let text = '';
  for await (const word of open('/answer')) {
    text += word;
    show(text);
    if (word === ' train') break;
  }
}

/** One at a time: the loop's body is awaited before the next value is asked for. */
export async function inTurn({ net, show }: World): Promise<void> {
  async function* trains() {
    for (const page of [1, 2]) {
      const path = `/trains/${page}`;
      yield* (await net.get<Page>(path)).trains;
    }
  }

  for await (const train of trains()) {
    show(await net.get(`/late/${train}`));
  }
}

/** Three loops over one iterator: whoever is free takes the next value. */
export async function pooled({ net, show }: World): Promise<void> {
  async function* trains() {
    for (const page of [1, 2]) {
      const path = `/trains/${page}`;
      yield* (await net.get<Page>(path)).trains;
    }
  }

  const source = trains();

  async function helper() {
    for await (const train of source) {
      show(await net.get(`/late/${train}`));
    }
  }

  await Promise.all([helper(), helper(), helper()]);
}
