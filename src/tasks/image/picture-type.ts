/** Endings of pictures whose type the system did not tell. */
const ENDING = /\.(png|jpe?g|webp|gif|avif|heic|heif)$/i;

/** Whether a file says that it is a picture. SVG is no picture here: it has no pixels of its own. */
export function isPicture({ name, type }: { readonly name: string; readonly type: string }): boolean {
  if (type === '' || type === 'application/octet-stream') return ENDING.test(name);
  return type.startsWith('image/') && !type.startsWith('image/svg');
}
