/** The stream of a file that can't be read, as Chromium has it. */
export function failing(): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    type: 'bytes',
    pull: (controller) => {
      controller.error(new TypeError('network error'));
    },
  });
}
