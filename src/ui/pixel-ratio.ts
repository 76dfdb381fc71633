/**
 * Device pixels to one of an element's own: CSS `zoom` counts, where the browser tells of it.
 * https://drafts.csswg.org/css-viewport/#dom-element-currentcsszoom
 */
export function pixelRatio(element: Element): number {
  const { currentCSSZoom = 1 } = element as { currentCSSZoom?: number };
  return Math.max(1, devicePixelRatio * currentCSSZoom);
}
