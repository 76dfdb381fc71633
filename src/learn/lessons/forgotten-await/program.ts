import type { World } from '../../stage/world.ts';
import type { Open } from './diary.ts';

/** "Saved", before anybody knows. */
export function forgotten({ net, show }: World): void {
  try {
    // refused after {slow} ms
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- the mistake that the lesson is about
    net.post('/note', 'Milk');
    show('Saved');
  } catch {
    show('Not saved');
  }
}

/** Said when it is known. */
export async function awaited({ net, show }: World): Promise<void> {
  show('Saving');
  try {
    await net.post('/note', 'Milk');
    show('Saved');
  } catch {
    show('Not saved');
  }
}

/** Closing is refused, nobody hears, and it stays open. */
export async function leaked({ open, show }: World & { readonly open: Open }): Promise<void> {
  const diary = await open('/diary');
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- the mistake that the lesson is about
  diary.write('Milk'); // {slow} ms
  // eslint-disable-next-line @typescript-eslint/no-floating-promises -- the same once more
  diary.close();
  show('Closed');
}

/** Written, and then closed, whatever happens. */
export async function closed({ open, show }: World & { readonly open: Open }): Promise<void> {
  const diary = await open('/diary');
  try {
    await diary.write('Milk');
  } finally {
    await diary.close();
  }
  show('Closed');
}
