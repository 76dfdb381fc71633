import { saveFile } from '../../ui/save-file.ts';

/** Hands a text over as a file. As plain bytes: to a text Chromium would add `.txt`. */
export function saveText(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: 'application/octet-stream' }));
}
