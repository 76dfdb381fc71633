import { turn } from '../../ui/turn.ts';
import type { Pool } from '../../pool/pool.ts';
import type { Draft } from '../../strategies/contract.ts';
import type { Engine } from '../../tasks/contract.ts';
import type { TaskId } from '../../tasks/ids.ts';
import { fittingLoad, forecastMs, LONG_SURVEY_MS, WIDE_SURVEY_MS } from '../model/calibrate.ts';
import { entryOf, MAX_PIXELS, PICTURE_SIZE } from '../model/catalog.ts';
import { enginesOf } from '../model/engines.ts';
import type { LabInput } from '../model/input.ts';
import { canShare, draftJob } from '../model/job.ts';
import type { Options } from '../model/options.ts';
import { withLoad } from './with-load.ts';
import { OWN_INPUTS, type Tools } from './own.ts';
import { loadPicture, samplePicture, type PictureDesk } from './picture.ts';
import type { Bench } from './samples.ts';

/** Blocking should take about this long, in ms: long enough to be felt, short enough to be borne. */
export const TARGET_MS = 2000;
/** Above this the sample picture is taken smaller, in ms. */
const TOO_LONG_MS = 3200;

export interface Prepared {
  readonly input: LabInput;
  readonly draft: Draft;
  /** The job's parameters as text, the calibrated load among them. */
  readonly params: Readonly<Record<string, string>>;
  /** How long blocking should take, in ms; `null` where it wasn't tried. */
  readonly forecastMs: number | null;
  /** Where both engines are compared: how long blocking should take by each. */
  readonly engineMs?: Readonly<Record<Engine, number>>;
}

/** Decodes, draws, reads and calibrates, all in workers. */
export class Preparer {
  readonly #pool: Pool;
  readonly #desk: PictureDesk;
  /** The input that was loaded last: another task on the same picture needn't decode it again. */
  #loaded: { readonly files: readonly File[]; readonly key: string; readonly input: LabInput } | null = null;

  readonly #samples = new Map<string, LabInput>();
  readonly #tools: Tools;

  constructor(pool: Pool, desk: PictureDesk) {
    this.#pool = pool;
    this.#desk = desk;
    this.#tools = { pool, calibrate: (options, input, signal) => this.#calibrated(options, input, signal) };
  }

  /** The person's own files, or the sample where there are none. @throws InputError, AbortError, … */
  async prepare(
    options: Options,
    files: readonly File[],
    signal: AbortSignal,
    onTrial: (trial: Prepared) => void,
  ): Promise<Prepared> {
    const prepared = await this.#prepared(options, files, signal, onTrial);
    return this.#byEngine(options, prepared, signal);
  }

  /** The load is fitted by TypeScript, so that every engine gets the same job; the forecast is the engine's own. */
  async #byEngine(options: Options, prepared: Prepared, signal: AbortSignal): Promise<Prepared> {
    const engines = enginesOf(options);
    const ts = prepared.forecastMs;
    if (ts === null || !engines.includes('wasm')) return prepared;
    const wasm = (await forecastMs(prepared.draft, this.#pool, signal, { engine: 'wasm' })) ?? ts;
    return engines.length === 1 ? { ...prepared, forecastMs: wasm } : { ...prepared, engineMs: { ts, wasm } };
  }

  async #prepared(
    options: Options,
    files: readonly File[],
    signal: AbortSignal,
    onTrial: (trial: Prepared) => void,
  ): Promise<Prepared> {
    const own = OWN_INPUTS[entryOf(options.task).input];
    if (own !== undefined) return (await own()).prepareOwn(this.#tools, options, files, signal);
    if (files.length === 0) return this.#sample(sized(options), signal, onTrial);
    if (entryOf(options.task).input === 'photos')
      return this.#forecast(options.task, options.params, await this.#load(options, files, signal), signal);
    return this.#calibrated(options, await this.#load(options, files, signal), signal);
  }

  async #load(options: Options, files: readonly File[], signal: AbortSignal): Promise<LabInput> {
    const key = `${entryOf(options.task).input} ${options.size ?? ''}`;
    if (this.#loaded?.files === files && this.#loaded.key === key) return this.#loaded.input;
    // The sample would only take memory beside a person's own picture.
    this.#samples.clear();
    const input = await this.#read(options, files, signal);
    this.#loaded = { files, key, input };
    return input;
  }

  async #read(options: Options, files: readonly File[], signal: AbortSignal): Promise<LabInput> {
    const shared = canShare();
    const [first] = files;
    if (entryOf(options.task).input === 'photos') {
      const { loadPhotos } = await import('./photos.ts');
      return loadPhotos(files, { pool: this.#pool, desk: this.#desk, maxPixels: memoryPixels() }, signal);
    }
    if (entryOf(options.task).input === 'files' || first === undefined) {
      const { loadFiles } = await import('./files.ts');
      return loadFiles(files, this.#pool, shared, signal);
    }
    const size = PICTURE_SIZE[options.size ?? ''];
    const maxPixels = size === undefined ? memoryPixels() : size.width * size.height;
    return loadPicture(first, this.#desk, { maxPixels, shared }, signal);
  }

  async #sample(
    options: Options,
    signal: AbortSignal,
    onTrial: (trial: Prepared) => void,
  ): Promise<Prepared> {
    const { input } = entryOf(options.task);
    if (input === 'none') return this.#calibrated(options, { kind: 'none' }, signal);
    if (input === 'photos') return this.#samplePhotos(options, signal);
    return input === 'files'
      ? this.#sampleFiles(options, signal)
      : this.#samplePicture(options, signal, onTrial);
  }

  async #sampleFiles(options: Options, signal: AbortSignal): Promise<Prepared> {
    const { fittedFiles } = await import('./samples.ts');
    const bench: Bench = { pool: this.#pool, forecast: (...given) => this.#forecast(...given) };
    return fittedFiles(options, bench, TARGET_MS, signal);
  }

  async #samplePhotos(options: Options, signal: AbortSignal): Promise<Prepared> {
    const { samplePhotos } = await import('./photos.ts');
    const count = Number.parseInt(options.size ?? '', 10) || (memoryPixels() < MAX_PIXELS ? 6 : 12);
    const key = `${String(count)} photos`;
    const desks = { pool: this.#pool, desk: this.#desk, maxPixels: memoryPixels() };
    const input = this.#samples.get(key) ?? (await samplePhotos(count, desks, signal));
    this.#samples.clear();
    this.#samples.set(key, input);
    return this.#forecast(options.task, options.params, input, signal);
  }

  async #samplePicture(
    options: Options,
    signal: AbortSignal,
    onTrial: (trial: Prepared) => void,
  ): Promise<Prepared> {
    const name = options.size ?? (await this.#fittingSize(options, signal, onTrial));
    const size = PICTURE_SIZE[name] ?? { width: 2464, height: 1632 };
    return this.#calibrated(options, await this.#drawn(name, size, signal), signal);
  }

  async #drawn(
    name: string,
    size: { width: number; height: number },
    signal: AbortSignal,
  ): Promise<LabInput> {
    const kept = this.#samples.get(name);
    if (kept !== undefined) return kept;
    // To spawn the worker that draws takes time of its own: not in the turn that made the page.
    await turn();
    signal.throwIfAborted();
    const input = await samplePicture(size, this.#desk, canShare(), signal);
    // The small trial picture and one large one: more would fill a phone's memory.
    for (const other of this.#samples.keys()) {
      if (other !== '1mp') this.#samples.delete(other);
    }
    this.#samples.set(name, input);
    return input;
  }

  /** 12 megapixels, as phones take them, where this device is quick enough. */
  async #fittingSize(
    options: Options,
    signal: AbortSignal,
    onTrial: (trial: Prepared) => void,
  ): Promise<string> {
    const small = PICTURE_SIZE['1mp'] ?? { width: 1232, height: 816 };
    const input = await this.#drawn('1mp', small, signal);
    onTrial({
      input,
      params: options.params,
      draft: await draftJob(options.task, options.params, input),
      forecastMs: null,
    });
    const { forecastMs: ms } = await this.#forecast(options.task, options.params, input, signal);
    const pixels = memoryPixels() < 12_000_000 ? 0 : 4032 * 3024;
    const at12 = (ms ?? 0) * (pixels / (small.width * small.height));
    return pixels > 0 && at12 < TOO_LONG_MS ? '12mp' : '4mp';
  }

  /** The load that makes blocking take about two seconds, unless a size or the load itself was asked for. */
  async #calibrated(options: Options, input: LabInput, signal: AbortSignal): Promise<Prepared> {
    const { load } = entryOf(options.task);
    const free = options.size === null && options.task !== 'hash' && !(load.name in options.params);
    const initial = { ...options.params, ...(free ? { [load.name]: String(load.initial) } : {}) };
    const first = await this.#forecast(options.task, initial, input, signal);
    if (!free || first.forecastMs === null) return first;
    const fitting = fittingLoad(load, load.initial, { ms: first.forecastMs, targetMs: TARGET_MS });
    const fitted = await withLoad(first, fitting);
    if (load.affine !== true) return fitted;
    const { refined } = await import('./refined.ts');
    const second = await forecastMs(fitted.draft, this.#pool, signal, { surveyMs: LONG_SURVEY_MS });
    return refined(first, { ...fitted, forecastMs: second }, TARGET_MS);
  }

  async #forecast(
    task: TaskId,
    params: Readonly<Record<string, string>>,
    input: LabInput,
    signal: AbortSignal,
  ): Promise<Prepared> {
    const draft = await draftJob(task, params, input);
    const { load } = entryOf(task);
    const great = load.affine === true && Number(params[load.name]) > load.initial;
    const tried = await forecastMs(draft, this.#pool, signal, great ? { surveyMs: WIDE_SURVEY_MS } : {});
    if (tried !== null || input.kind !== 'files') return { input, draft, params, forecastMs: tried };
    const { msBySpeed } = await import('./samples.ts');
    const ms = await msBySpeed({ task, params, totalBytes: input.totalBytes }, this.#pool, signal);
    return { input, draft, params, forecastMs: ms };
  }
}

/** A task without input is given its size (`1024x768`) as parameters, unless they were set one by one. */
function sized(options: Options): Options {
  const { task, size, params } = options;
  const { input, sizeParams } = entryOf(task);
  if (input !== 'none' || size === null) return options;
  const [width = '', height = ''] = size.split('x');
  return { ...options, params: { ...(sizeParams?.(size) ?? { width, height }), ...params } };
}

/** The largest picture this device should hold three times over, in pixels. */
function memoryPixels(): number {
  const memory = (navigator as { deviceMemory?: number }).deviceMemory ?? 8;
  if (memory <= 2) return 8_000_000;
  return memory < 8 ? 12_400_000 : MAX_PIXELS;
}
