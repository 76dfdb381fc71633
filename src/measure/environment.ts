import { defaultYieldName } from '../async/yield.ts';
import { clockStep } from './clock-step.ts';
import type { Refresh } from './refresh.ts';
import { wasmSupport } from './wasm-support.ts';

/** Where a report was made. `null`: not available there. */
export interface Environment {
  readonly userAgent: string;
  /** As reported; Safari clamps it to 4 or 8. */
  readonly hardwareConcurrency: number | null;
  /** GiB, rounded and capped by the browser; Chromium only. */
  readonly deviceMemory: number | null;
  readonly frameIntervalMs: number | null;
  readonly refreshHz: number | null;
  /** The screen follows what it is given: `refreshHz` is then what was usual. */
  readonly refreshVaries?: boolean;
  readonly crossOriginIsolated: boolean;
  readonly wasmSimd: boolean;
  /** How the chunked strategy gives the thread a turn. */
  readonly yield: string;
  /** Smallest step of `performance.now()`, ms. */
  readonly clockStepMs: number | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/** The globals that are read. */
export interface EnvironmentHost {
  readonly navigator?: {
    readonly userAgent?: string;
    readonly hardwareConcurrency?: number;
    readonly deviceMemory?: number;
  };
  readonly crossOriginIsolated?: boolean;
  readonly WebAssembly?: { validate(bytes: BufferSource): boolean };
}

export interface EnvironmentOptions {
  readonly refresh: Refresh | null;
  /** Default: the yield that the chunked strategy would choose here. */
  readonly yieldName?: string;
  readonly host?: EnvironmentHost;
  readonly now?: () => number;
  readonly date?: () => Date;
}

export function collectEnvironment(options: EnvironmentOptions): Environment {
  const { host = globalThis } = options;
  return {
    ...device(host),
    ...screen(options.refresh),
    crossOriginIsolated: host.crossOriginIsolated === true,
    wasmSimd: wasmSupport(host) === 'simd',
    yield: options.yieldName ?? defaultYieldName(),
    clockStepMs: clockStep(options.now),
    startedAt: (options.date?.() ?? new Date()).toISOString(),
  };
}

function device({
  navigator = {},
}: EnvironmentHost): Pick<Environment, 'userAgent' | 'hardwareConcurrency' | 'deviceMemory'> {
  return {
    userAgent: navigator.userAgent ?? '',
    hardwareConcurrency: navigator.hardwareConcurrency ?? null,
    deviceMemory: navigator.deviceMemory ?? null,
  };
}

function screen(
  refresh: Refresh | null,
): Pick<Environment, 'frameIntervalMs' | 'refreshHz' | 'refreshVaries'> {
  if (refresh === null) return { frameIntervalMs: null, refreshHz: null };
  const { intervalMs, hz, varies } = refresh;
  return { frameIntervalMs: intervalMs, refreshHz: hz, ...(varies ? { refreshVaries: true } : {}) };
}
