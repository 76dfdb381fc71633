/** What a browser tells of itself, in words: "Chrome on Android". */
import type { Environment } from '../../measure/environment.ts';
import type { ExperimentRecord } from './experiment.ts';

/** The first that fits: later ones claim to be all the earlier ones too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/HeadlessChrome\//, 'Headless Chromium'],
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS)\//, 'Chrome'],
  [/Version\/[\d.]+.*Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux|X11/, 'Linux'],
];

/** Names that mean nothing: Android's reduced user agent calls every phone "K". */
const MODEL = /Android [\d.]+; (?!K\b|wv\b|Mobile\b|Tablet\b|rv:)([^;)]+?)(?: Build\/[^;)]*)?[;)]/;

export function describeUserAgent(userAgent: string): string {
  const browser = BROWSERS.find(([sign]) => sign.test(userAgent))?.[1] ?? 'A browser';
  const system = MODEL.exec(userAgent)?.[1] ?? SYSTEMS.find(([sign]) => sign.test(userAgent))?.[1];
  return system === undefined ? browser : `${browser} on ${system}`;
}

/** "8 reported cores, 60 Hz, isolated". */
export function deviceFacts({ hardwareConcurrency, refreshHz, crossOriginIsolated }: Environment): string {
  const cores =
    hardwareConcurrency === null ? 'cores not reported' : `${String(hardwareConcurrency)} reported cores`;
  const hz = refreshHz === null ? 'refresh rate not known' : hertz(refreshHz);
  return [cores, hz, crossOriginIsolated ? 'isolated' : 'not isolated'].join(', ');
}

/** 59.94 → "60 Hz". */
export function hertz(hz: number): string {
  return `${String(Math.round(hz))} Hz`;
}

/** A device as the page lists it. */
export interface Device {
  readonly id: string;
  readonly name: string;
  /** Whether a person gave that name. */
  readonly named: boolean;
  readonly facts: string;
  readonly experiments: number;
  /** Whether it is the one that shows this. */
  readonly own: boolean;
}

export type Names = ReadonlyMap<string, string>;

/** The name given on this device, else the one that came along, else what the browser tells. */
export function deviceName({ device, environment }: ExperimentRecord, names: Names): string {
  return names.get(device.id) ?? device.name ?? describeUserAgent(environment.userAgent);
}

/** The devices of some experiments, in the order in which they first appear. */
export function devicesOf(
  experiments: readonly ExperimentRecord[],
  names: Names,
  ownId: string | null,
): Device[] {
  const found = new Map<string, Device>();
  for (const experiment of experiments) {
    const { id } = experiment.device;
    const before = found.get(id);
    found.set(id, {
      id,
      name: deviceName(experiment, names),
      named: names.has(id) || experiment.device.name !== null,
      facts: before?.facts ?? deviceFacts(experiment.environment),
      experiments: (before?.experiments ?? 0) + 1,
      own: id === ownId,
    });
  }
  return [...found.values()];
}
