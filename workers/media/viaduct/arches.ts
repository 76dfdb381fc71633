import type { Ink } from '../raster.ts';
import { onLayer } from './layer.ts';
import { layRing, layWall, MORTAR } from './masonry.ts';
import { ARCHES, cutOpenings, groundAt, near, OPEN, PIERS, SPRING, WALL } from './opening.ts';
import { between, seeded } from './random.ts';
import { RAIL } from './train.ts';
import { vaults } from './vault.ts';
import { shows, WORLD, type Box, type View } from './world.ts';

const CORNICE = RAIL + 30;

/** A flat buttress up the middle of a pier: it catches the sun on its left edge and throws a shadow to the right. */
function buttress(view: View, x: number): void {
  const { ink } = view;
  const top = WALL + 26;
  const bottom = groundAt(x) + 6;
  ink.fillStyle = 'rgb(40 36 40 / 0.4)';
  ink.fillRect(x + 40, top + 12, 20, bottom - top);
  ink.fillStyle = MORTAR;
  ink.fillRect(x - 42, top, 84, bottom - top);
  layWall(view, {
    left: x - 42,
    right: x + 42,
    top,
    bottom,
    seed: 4000 + x,
    course: 27,
    shortest: 30,
    longest: 56,
    light: 1.06,
  });
  ink.fillStyle = 'rgb(255 244 214 / 0.35)';
  ink.fillRect(x - 42, top, 4, bottom - top);
  ink.fillStyle = 'rgb(40 36 40 / 0.3)';
  ink.fillRect(x + 36, top, 6, bottom - top);
  ink.fillStyle = 'rgb(226 214 190)';
  ink.fillRect(x - 48, top - 12, 96, 14);
  ink.fillStyle = 'rgb(60 54 52 / 0.45)';
  ink.fillRect(x - 42, top + 2, 84, 9);
}

/** Coping, corbels and the shadow under them. */
function cornice(view: View): void {
  const { ink } = view;
  ink.fillStyle = 'rgb(92 84 74)';
  ink.fillRect(0, CORNICE, WORLD.width, WALL - CORNICE);
  ink.fillStyle = 'rgb(196 183 158)';
  for (let x = 6; x < WORLD.width; x += 49) {
    ink.fillRect(x, CORNICE + 8, 25, 24);
  }
  ink.fillStyle = 'rgb(222 210 186)';
  for (let x = 6; x < WORLD.width; x += 49) ink.fillRect(x, CORNICE + 8, 4, 24);
  ink.fillStyle = MORTAR;
  ink.fillRect(0, RAIL + 6, WORLD.width, 34);
  layWall(view, {
    left: 0,
    right: WORLD.width,
    top: RAIL + 6,
    bottom: RAIL + 40,
    seed: 77,
    course: 34,
    shortest: 96,
    longest: 150,
    light: 1.1,
  });
  ink.fillStyle = 'rgb(246 236 212 / 0.75)';
  ink.fillRect(0, RAIL + 6, WORLD.width, 4);
}

/** Light and age on the front: shadow of the cornice, water stains, moss and darkness towards the ground. */
function shadeFace(ink: Ink, piers: readonly number[]): void {
  const under = ink.createLinearGradient(0, WALL, 0, WALL + 80);
  under.addColorStop(0, 'rgb(38 34 44 / 0.62)');
  under.addColorStop(0.4, 'rgb(38 34 44 / 0.22)');
  under.addColorStop(1, 'rgb(38 34 44 / 0)');
  ink.fillStyle = under;
  ink.fillRect(0, WALL, WORLD.width, 80);
  stains(ink);
  const damp = ink.createLinearGradient(0, 2300, 0, 2880);
  damp.addColorStop(0, 'rgb(52 66 48 / 0)');
  damp.addColorStop(1, 'rgb(40 56 40 / 0.62)');
  ink.fillStyle = damp;
  for (const x of piers) ink.fillRect(x - 88, 2300, 176, 600);
}

function stains(ink: Ink): void {
  const random = seeded(606);
  for (let n = 0; n < 70; n++) {
    const x = random() * WORLD.width;
    const length = between(random, 60, 420);
    const run = ink.createLinearGradient(0, WALL, 0, WALL + length);
    const tone = n % 4 === 0 ? '232 226 208' : '52 48 46';
    run.addColorStop(0, `rgb(${tone} / ${between(random, 0.12, 0.34).toFixed(2)})`);
    run.addColorStop(1, `rgb(${tone} / 0)`);
    ink.fillStyle = run;
    ink.fillRect(x, WALL, between(random, 3, 22), length);
  }
}

/** A stretch of the front. */
function wall(view: View, box: Box): void {
  view.ink.fillStyle = MORTAR;
  view.ink.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  layWall(view, {
    ...box,
    seed: 42 + Math.round(box.left),
    course: 27,
    shortest: 44,
    longest: 92,
    light: 0.98,
  });
}

/** The front with its piers, rings and buttresses; the openings are cut last. */
function front(view: View, arches: readonly number[], rough: CanvasPattern): void {
  const { ink } = view;
  const piers = PIERS.filter((x) => near(view, x));
  wall(view, { left: -40, right: WORLD.width + 40, top: WALL, bottom: SPRING });
  for (const x of piers) wall(view, { left: x - 88, right: x + 88, top: SPRING, bottom: groundAt(x) + 12 });
  for (const x of arches) layRing(view, { x, y: SPRING, inner: OPEN, outer: OPEN + 48, seed: 300 + x });
  for (const x of piers) buttress(view, x);
  ink.save();
  ink.globalCompositeOperation = 'source-atop';
  shadeFace(ink, piers);
  ink.fillStyle = rough;
  ink.fillRect(0, WALL, WORLD.width, SPRING - WALL);
  for (const x of piers) ink.fillRect(x - 88, SPRING, 176, 800);
  ink.restore();
  cutOpenings(ink, arches, 0);
}

/** The viaduct; `rough` is laid over the stone as a pattern. */
export function viaduct(view: View, rough: CanvasPattern): void {
  if (!shows(view, { left: 0, right: WORLD.width, top: RAIL, bottom: 2900 })) return;
  const arches = ARCHES.filter((x) => near(view, x));
  onLayer(view, (layer) => {
    vaults(layer, arches);
  });
  onLayer(view, (layer) => {
    front(layer, arches, rough);
  });
  cornice(view);
}
