import type { TaskId } from '../../tasks/ids.ts';
import { entryOf } from '../model/catalog.ts';
import type { Panel } from './panels.ts';

/** Apart from the list itself, which a first visit needn't load. */
export async function panelFor(task: TaskId): Promise<Panel> {
  const { panelOf } = await import('./panels.ts');
  return panelOf(task);
}

/** What stands below a task's panel is made after it, and so isn't pushed down by it. Never rejects. */
export async function panelLoaded(task: TaskId): Promise<void> {
  if (entryOf(task).input === 'picture') return;
  try {
    await panelFor(task);
  } catch {
    // Without a network: the rest of the page is made all the same.
  }
}
