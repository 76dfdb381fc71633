/** Files from the clipboard; text that is pasted into a field stays what it is. */
export function pastedFiles(event: ClipboardEvent): File[] {
  return [...(event.clipboardData?.files ?? [])];
}
