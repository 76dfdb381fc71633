/** Plots as files: what is drawn, on the ground it stands on, with its words above. */
import { saveFile } from '../save-file.ts';

export interface PlotWords {
  readonly title: string;
  readonly ground: string;
  readonly ink: string;
}

const HEAD_PX = 40;
const MARGIN_PX = 12;

/** @throws Error where the browser can't pack a picture */
export async function savePng(name: string, drawn: HTMLCanvasElement, words: PlotWords): Promise<void> {
  const scale = drawn.width / Math.max(1, drawn.clientWidth);
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width + 2 * MARGIN_PX * scale;
  canvas.height = drawn.height + (HEAD_PX + MARGIN_PX) * scale;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser gives no canvas to draw on.');
  pen.fillStyle = words.ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = words.ink;
  pen.font = `650 ${String(16 * scale)}px Overpass, sans-serif`;
  pen.textBaseline = 'middle';
  pen.fillText(words.title, MARGIN_PX * scale, (HEAD_PX / 2) * scale, canvas.width - 2 * MARGIN_PX * scale);
  pen.drawImage(drawn, MARGIN_PX * scale, HEAD_PX * scale);
  saveFile(name, await toBlob(canvas));
}

function toBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('This browser could not pack the picture.'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** A drawing that carries its own colours, as it is. */
export function saveSvg(name: string, drawing: SVGSVGElement): void {
  const text = new XMLSerializer().serializeToString(drawing);
  saveFile(name, new Blob([text], { type: 'image/svg+xml' }));
}
