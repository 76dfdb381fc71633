import { RULES, type MandelbrotParams } from './view.ts';

/** A view worth going to. */
export interface Place {
  readonly id: string;
  readonly name: string;
  /** What one sees and what it does to the work, in one sentence. */
  readonly note: string;
  readonly view: Pick<MandelbrotParams, 'x' | 'y' | 'scale' | 'iterations'>;
}

/** Where everything starts: the whole set. */
export const HOME: Place = {
  id: 'home',
  name: 'The whole set',
  note: 'The middle tiles lie inside the set and cost the most.',
  view: {
    x: RULES.x.fallback,
    y: RULES.y.fallback,
    scale: RULES.scale.fallback,
    iterations: RULES.iterations.fallback,
  },
};

/** From near to deep. */
export const PLACES: readonly Place[] = [
  HOME,
  {
    id: 'seahorses',
    name: 'Seahorse valley',
    note: 'Between the two largest bulbs: every tile is busy, and no two are equally so.',
    view: { x: -0.7463, y: 0.1102, scale: 0.012, iterations: 1500 },
  },
  {
    id: 'elephants',
    name: 'Elephant valley',
    note: 'Trunks along the edge: the upper left lies inside and costs most, the lower right next to nothing.',
    view: { x: 0.2855, y: 0.0115, scale: 0.02, iterations: 1500 },
  },
  {
    id: 'minibrot',
    name: 'A small copy',
    note: 'The whole set again, on the needle at its left: a few tiles hold nearly all of the work.',
    view: { x: -1.7548776662466927, y: 0, scale: 0.07, iterations: 2000 },
  },
  {
    id: 'spiral',
    name: 'Inside a spiral',
    note: 'A hundred million times closer: the points next to each other go very different ways.',
    view: { x: -0.743643887037151, y: 0.13182590420533, scale: 3e-8, iterations: 4000 },
  },
  {
    id: 'limit',
    name: 'The end of doubles',
    note: 'As deep as the numbers of a processor go: any closer, and neighbouring pixels would be the same number.',
    view: { x: -0.743643887037151, y: 0.13182590420533, scale: 1e-12, iterations: 20_000 },
  },
];
