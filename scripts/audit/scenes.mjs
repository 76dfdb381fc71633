/**
 * @typedef {object} Scene a state of the product whose controls are pressed
 * @property {string} name
 * @property {string} hash
 * @property {'phone' | 'laptop'} on
 * @property {readonly string[]} [open] names of buttons that lead to it
 * @property {RegExp} [until] what the status says when it is there
 */

const SMALL = 'size=1mp&workers=2&runs=1';

/** Pages come from the product's own bar (see `pagesOf` in scripts/audit.mjs); these are the lab's states. @type {readonly Scene[]} */
export const SCENES = [
  { name: 'lab', hash: `#/?task=blur&${SMALL}`, on: 'phone' },
  { name: 'options', hash: `#/?task=blur&${SMALL}`, on: 'phone', open: ['Options'] },
  { name: 'share', hash: `#/?task=blur&${SMALL}`, on: 'phone', open: ['Share'] },
  { name: 'hash files', hash: '#/?task=hash&size=8x1mib&workers=2&runs=1', on: 'phone' },
  { name: 'fractal', hash: '#/?task=mandelbrot&size=512x384&workers=2&runs=1', on: 'phone' },
  {
    name: 'running',
    hash: '#/?task=blur&size=4mp&repeat=32&workers=2&runs=1',
    on: 'phone',
    open: ['Run pool'],
    until: /running/,
  },
  { name: 'result', hash: `#/?task=blur&${SMALL}`, on: 'phone', open: ['Compare all'], until: /^Done/ },
  {
    name: 'hash result',
    hash: '#/?task=hash&size=8x1mib&workers=2&runs=1',
    on: 'phone',
    open: ['Compare all'],
    until: /^Done/,
  },
  { name: 'locked', hash: `#/?task=blur&${SMALL}&lock=1`, on: 'phone' },
  { name: 'lab', hash: `#/?task=blur&${SMALL}`, on: 'laptop' },
  { name: 'options', hash: `#/?task=blur&${SMALL}`, on: 'laptop', open: ['Options'] },
  { name: 'present', hash: `#/?task=blur&${SMALL}&present=1`, on: 'laptop' },
];
