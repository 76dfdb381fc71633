/**
 * Hands a text over as a file. As plain bytes: to a text Chromium would add `.txt`.
 * https://html.spec.whatwg.org/#downloading-resources
 */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the blob only after the click's own task; a minute is far beyond any of them.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
