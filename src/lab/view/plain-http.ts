const KEY = 'unblocked-plain-http';

/** The note about plain http was read and put away on this device. */
export function wasRead(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false; // Storage is refused.
  }
}

export function rememberRead(): void {
  try {
    localStorage.setItem(KEY, 'read');
  } catch {
    // Storage is refused: it is put away until the page is closed.
  }
}
