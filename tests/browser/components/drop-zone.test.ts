import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import DropZone from '../../../src/ui/DropZone.svelte';
import type { DroppedFile } from '../../../src/ui/dropped-files.ts';
import type { Entry } from '../../../src/ui/dropped-folders.ts';
import '../../../src/ui/styles/tokens.css';

const children = createRawSnippet(() => ({ render: () => '<p>Drop files here</p>' }));

function file(fullPath: string): Entry {
  const made = new File(['x'], fullPath.split('/').at(-1) ?? '');
  return {
    isFile: true,
    isDirectory: false,
    fullPath,
    file: (done) => {
      done(made);
    },
  };
}

/** Gives its children one by one: browsers give as many at a time as they please. */
function folder(fullPath: string, inside: readonly Entry[]): Entry {
  return {
    isFile: false,
    isDirectory: true,
    fullPath,
    createReader: () => {
      const left = [...inside];
      return {
        readEntries: (done) => {
          done(left.splice(0, 1));
        },
      };
    },
  };
}

/** A drag event that carries entries; a script can't put folders into a real one. */
function drag(type: string, entries: readonly Entry[]): DragEvent {
  const items = entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry }));
  const event = new DragEvent(type, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items, dropEffect: 'none' } });
  return event;
}

const FOLDER = [
  folder('/photos', [file('/photos/b.jpg'), folder('/photos/old', [file('/photos/old/a.jpg')])]),
];

async function zone(disabled = false) {
  const onfiles = vi.fn<(files: DroppedFile[]) => void>();
  const screen = await render(DropZone, { label: 'Files', onfiles, disabled, children });
  return { onfiles, element: screen.getByRole('group', { name: 'Files' }).element() };
}

it('walks a dropped folder, and gives its files with their paths', async () => {
  const { onfiles, element } = await zone();
  expect(element.dispatchEvent(drag('dragover', FOLDER))).toBe(false);
  expect(element.dispatchEvent(drag('drop', FOLDER))).toBe(false);
  await expect.poll(() => onfiles.mock.calls.length).toBe(1);
  const paths = onfiles.mock.calls[0]?.[0].map(({ path }) => path);
  expect(paths).toEqual(['photos/b.jpg', 'photos/old/a.jpg']);
});

it('shows that something is held over it, over its children too, until it leaves', async () => {
  const { element } = await zone();
  const child = element.querySelector('p');
  element.dispatchEvent(drag('dragenter', FOLDER));
  child?.dispatchEvent(drag('dragenter', FOLDER));
  child?.dispatchEvent(drag('dragleave', FOLDER));
  await expect.poll(() => element.classList.contains('over')).toBe(true);
  element.dispatchEvent(drag('dragleave', FOLDER));
  await expect.poll(() => element.classList.contains('over')).toBe(false);
});

it('takes nothing while it is disabled', async () => {
  const { onfiles, element } = await zone(true);
  expect(element.dispatchEvent(drag('drop', FOLDER))).toBe(true);
  expect(onfiles).not.toHaveBeenCalled();
});

it('tells of a folder that cannot be read', async () => {
  const reason = new DOMException('gone', 'NotFoundError');
  const gone: Entry = {
    isFile: true,
    isDirectory: false,
    fullPath: '/gone',
    file: (_done, failed) => {
      failed(reason);
    },
  };
  const onerror = vi.fn<(reason: unknown) => void>();
  const screen = await render(DropZone, { label: 'Files', onfiles: vi.fn(), onerror, children });
  screen
    .getByRole('group', { name: 'Files' })
    .element()
    .dispatchEvent(drag('drop', [folder('/photos', [gone])]));
  await expect.poll(() => onerror.mock.calls).toEqual([[reason]]);
});
