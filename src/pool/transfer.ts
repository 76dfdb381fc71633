/** Whether a buffer is shared between threads. Where the page isn't isolated the name itself may not exist. */
export function isShared(buffer: ArrayBuffer | SharedArrayBuffer): buffer is SharedArrayBuffer {
  return typeof SharedArrayBuffer !== 'undefined' && buffer instanceof SharedArrayBuffer;
}
