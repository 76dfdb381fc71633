import type { Span } from '../../src/tasks/contract.ts';
import type { AsyncSource } from '../../src/tasks/drive.ts';

const loadFiles = () => import('./file-source.ts');

/** A file, and what reads it: that is loaded with the first one, since a first visit has none. */
export class LateFile implements AsyncSource {
  readonly #file: Promise<AsyncSource>;

  constructor(blob: Blob) {
    this.#file = loadFiles().then(({ openFile }) => openFile(blob));
    // Whoever reads hears of it; a part that is aborted before never does.
    this.#file.catch(() => undefined);
  }

  async read(span: Span): Promise<Uint8Array> {
    return (await this.#file).read(span);
  }

  close(): void {
    this.#file.then(
      (file) => {
        file.close();
      },
      () => undefined,
    );
  }
}
