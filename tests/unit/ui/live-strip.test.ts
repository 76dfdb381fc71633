import { describe, expect, it } from 'vitest';
import type { Palette } from '../../../src/ui/charts/palette.ts';
import { LiveStrip, slotsOf, type LiveSheet } from '../../../src/ui/live-strip.ts';

const INTERVAL = 1000 / 60;

const palette = new Proxy({}, { get: (_, role) => String(role) }) as Palette;

/** Records what is filled, in canvas pixels, and forgets it on `take`. */
class Recorder {
  fillStyle: LiveSheet['pen']['fillStyle'] = '';
  globalAlpha = 1;
  shifts: number[] = [];
  fills: { colour: unknown; x: number; width: number; height: number }[] = [];

  createPattern(): null {
    return null;
  }

  setTransform(): void {
    // The recorder's pixels are CSS pixels: dpr is 1 in these tests.
  }

  fillRect(x: number, _y: number, width: number, height: number): void {
    this.fills.push({ colour: this.fillStyle, x, width, height });
  }

  drawImage(_image: CanvasImageSource, by: number): void {
    this.shifts.push(by);
  }

  take(): Recorder['fills'] {
    const fills = this.fills;
    this.fills = [];
    this.shifts = [];
    return fills;
  }
}

/** Counts how often the picture is shown. */
class RecorderSheet implements LiveSheet {
  readonly pen = new Recorder();
  readonly picture = { width: 0, height: 0 } as HTMLCanvasElement;
  shown = 0;

  size(width: number, height: number): void {
    Object.assign(this.picture, { width, height });
  }

  show(): void {
    this.shown += 1;
  }
}

function stripOf(width = 100): { strip: LiveStrip; pen: Recorder; sheet: RecorderSheet } {
  const sheet = new RecorderSheet();
  const strip = new LiveStrip(sheet, () => 'hatch');
  strip.resize(width, 16, 1, palette);
  sheet.pen.take();
  sheet.shown = 0;
  return { strip, pen: sheet.pen, sheet };
}

const coloured = (fills: Recorder['fills'], colour: string) => fills.filter((fill) => fill.colour === colour);

describe('slotsOf', () => {
  it('rounds a gap to whole slots, never less than one', () => {
    expect(slotsOf(INTERVAL, INTERVAL)).toBe(1);
    expect(slotsOf(3, INTERVAL)).toBe(1);
    expect(slotsOf(24, INTERVAL)).toBe(1);
    expect(slotsOf(50, INTERVAL)).toBe(3);
  });
});

describe('LiveStrip', () => {
  it('draws one cell at the right for a frame on time, and shifts the rest by one', () => {
    const { strip, pen } = stripOf();
    strip.push(INTERVAL, INTERVAL, 'chunked');
    strip.draw();
    expect(pen.shifts).toEqual([5]);
    expect(coloured(pen.fills, 'chunked')).toEqual([{ colour: 'chunked', x: 95, width: 4, height: 16 }]);
  });

  it('draws the slots lost before a late frame', () => {
    const { strip, pen } = stripOf();
    strip.push(50, INTERVAL, 'pool');
    strip.draw();
    expect(pen.shifts).toEqual([15]);
    expect(coloured(pen.fills, 'ink').map((fill) => fill.x)).toEqual([85, 90]);
    const late = coloured(pen.fills, 'pool');
    expect(late.map((fill) => fill.height)).toEqual([2, 8]);
    expect(late.every((fill) => fill.x === 95)).toBe(true);
  });

  it('draws nothing twice, and nothing without a frame', () => {
    const { strip, pen, sheet } = stripOf();
    strip.push(INTERVAL, INTERVAL, null);
    strip.draw();
    expect(sheet.shown).toBe(1);
    pen.take();
    strip.draw();
    expect(pen.take()).toEqual([]);
    expect(sheet.shown).toBe(1);
  });

  it('survives a freeze longer than the strip', () => {
    const { strip, pen } = stripOf();
    strip.push(60_000, INTERVAL, 'blocking');
    strip.draw();
    expect(pen.shifts).toEqual([]);
    expect(coloured(pen.fills, 'blocking').every((fill) => fill.x === 95)).toBe(true);
    expect(pen.fills.every((fill) => fill.x >= 0)).toBe(true);
  });

  it('remembers its frames when its box changes', () => {
    const { strip, pen } = stripOf();
    for (let at = 0; at < 6; at += 1) strip.push(INTERVAL, INTERVAL, at < 3 ? null : 'pool');
    strip.draw();
    pen.take();
    strip.resize(50, 10, 1, palette);
    expect(coloured(pen.fills, 'idle').map((fill) => fill.x)).toEqual([20, 25, 30]);
    expect(coloured(pen.fills, 'pool').map((fill) => fill.x)).toEqual([35, 40, 45]);
  });
});
