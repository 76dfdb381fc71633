/**
 * Puts a file where the person's downloads go.
 * https://html.spec.whatwg.org/#downloading-resources
 */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the blob only after the click's own task; a minute is far beyond any of them.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
