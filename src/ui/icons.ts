/**
 * The icons' shapes on a grid of 24: `line` is drawn with a 2 px stroke and square ends, `fill` is filled.
 * Own drawings. Whole and half coordinates keep the strokes on pixels.
 */
export interface IconShape {
  readonly line?: string;
  readonly fill?: string;
}

export const ICONS = {
  lab: { line: 'M3 6h18M3 12h4M10 12h3M16 12h5M3 18h8' },
  learn: { line: 'M12 6.5C10 5 7 4.5 3 4.5v14c4 0 7 .5 9 2 2-1.5 5-2 9-2v-14c-4 0-7 .5-9 2zM12 6.5v14' },
  loop: { line: 'M5 10a7.5 7.5 0 0 1 14-1.5M20 3.5v6h-6M19 14a7.5 7.5 0 0 1-14 1.5M4 20.5v-6h6' },
  results: { line: 'M3 4h18v16H3zM3 10h18M10 10v10' },
  about: { line: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v6', fill: 'M11 7h2v2h-2z' },
  info: { line: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 11v6', fill: 'M11 7h2v2h-2z' },
  question: {
    line: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM9.2 9.8a2.8 2.8 0 1 1 4.3 2.3c-1 .6-1.5 1.1-1.5 2.2',
    fill: 'M11 15.7h2v2h-2z',
  },
  camera: { line: 'M3 7h4.5L9 4h6l1.5 3H21v13H3zM12 9.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z' },
  download: { line: 'M12 3v12M7 10.5l5 5 5-5M4 20h16' },
  share: { line: 'M12 16V4M7 8.5l5-5 5 5M4 12v8h16v-8' },
  lock: { line: 'M4 11h16v10H4zM8 11V7a4 4 0 0 1 8 0v4' },
  check: { line: 'M4 12.5l5.5 5.5L20 6.5' },
  cross: { line: 'M5 5l14 14M19 5L5 19' },
  'octagon-x': { line: 'M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM9 9l6 6M15 9l-6 6' },
  triangle: { line: 'M12 3.5L22 20.5H2zM12 10v5', fill: 'M11 16.5h2v2h-2z' },
  unhear: {
    line: 'M7.5 6.5A5.5 5.5 0 0 1 17.5 10c0 3-3 4-3.200 7a3 3 0 0 1-5.600 1.3M10 9.5a2.3 2.3 0 0 1 4.3.5M3 3l18 18',
  },
  eye: {
    line: 'M2 12c2.5-4.5 6-6.700 10-6.700s7.5 2.200 10 6.700c-2.5 4.5-6 6.700-10 6.700S4.5 16.5 2 12zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  },
  play: { fill: 'M7 5l12 7-12 7z' },
  pause: { fill: 'M6 5h4v14H6zM14 5h4v14h-4z' },
  stop: { fill: 'M6 6h12v12H6z' },
  up: { line: 'M5 15l7-7 7 7' },
  down: { line: 'M5 9l7 7 7-7' },
  back: { line: 'M15 5l-7 7 7 7' },
  chevron: { line: 'M9 5l7 7-7 7' },
  refresh: { line: 'M19 14.5a7.5 7.5 0 1 1-1.5-7.800M20 3v6h-6' },
  options: { line: 'M2 7h10M18 7h4M2 17h4M12 17h10M12 4h6v6h-6zM6 14h6v6H6z' },
  sun: {
    line: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 1.5v3M12 19.5v3M1.5 12h3M19.5 12h3M4.600 4.600l2.100 2.100M17.3 17.3l2.100 2.100M4.600 19.400l2.100-2.100M17.3 6.700l2.100-2.100',
  },
  moon: { line: 'M20 14.5A8.5 8.5 0 1 1 10.5 3.5 7 7 0 0 0 20 14.5z' },
  monitor: { line: 'M3 4h18v12H3zM12 16v4M7.5 20.5h9' },
  hash: { line: 'M9 3L7 21M17 3l-2 18M4 8.5h17M3 15.5h17' },
  file: { line: 'M5 3h9l5 5v13H5zM14 3v5h5' },
  previous: { line: 'M5 5v14', fill: 'M20 5v14L9 12z' },
  next: { line: 'M19 5v14', fill: 'M4 5v14l11-7z' },
} as const satisfies Record<string, IconShape>;

export type IconName = keyof typeof ICONS;
