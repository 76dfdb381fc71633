/** Reads a recording while it grows: batches of tables in, steps out. */
import type {
  ClickTarget,
  ConsoleEntry,
  ConsoleLevel,
  Difference,
  End,
  Grain,
  Job,
  JobList,
  Phase,
  Place,
  Recording,
  Segment,
  StackFrame,
  StepKind,
  StepView,
  UserInput,
  WhyCode,
} from './contract.ts';
import { JobTable } from './job-table.ts';
import { Rows } from './rows.ts';
import { Segments } from './segments.ts';
import { Traffic } from './traffic.ts';
import { ScopeReader } from './variables.ts';
import type { PrintRow, Tables } from './wire.ts';

const TURNS = new Set<StepKind>([
  'task',
  'checkpoint',
  'frame',
  'wait',
  'ready',
  'uncaught',
  'unhandled',
  'end',
]);
const CALLS = new Set<StepKind>(['call', 'microtask', 'frame-callback', 'resume', 'suspend', ...TURNS]);

export class Recorded implements Recording {
  end: End | null = null;
  readonly console: ConsoleEntry[] = [];
  readonly differences: Difference[] = [];
  readonly targets: ClickTarget[] = [];
  /** Where the code stood when it was last heard of. */
  standing: Place | null = null;
  private readonly strings: string[] = [];
  private readonly places: Place[] = [];
  private readonly jobs = new JobTable(this.strings, this.places);
  /** kind, place, node, why, job of the why, stack node, scope, moment, printed */
  private readonly steps = new Rows(9);
  /** name, kind, place */
  private readonly frames = new Rows(3);
  /** parent node, frame, where the parent stands, where it was resumed */
  private readonly stacks = new Rows(4);
  /** phase, turn, running job */
  private readonly moments = new Rows(3);
  private readonly times: number[] = [];
  private readonly scopes = new ScopeReader(this.strings);
  private readonly microtasks = new Traffic();
  private readonly tasks = new Traffic();
  private readonly waiting = new Traffic();
  private readonly pieces = new Segments((id) => this.job(id));

  constructor(
    readonly code: string,
    readonly inputs: readonly UserInput[],
  ) {}

  get length(): number {
    return this.steps.length;
  }

  get segments(): readonly Segment[] {
    return this.pieces.upTo(this.length, (step) => this.piece(step));
  }

  append(tables: Tables): void {
    for (const text of tables.strings) this.strings.push(text);
    this.appendPlaces(tables.places);
    this.frames.append(tables.frames);
    this.stacks.append(tables.stacks);
    this.moments.append(tables.moments);
    for (const time of tables.times) this.times.push(time);
    this.scopes.append(tables);
    this.jobs.append(tables);
    this.appendMoves(tables.moves);
    for (const row of tables.prints) this.console.push(this.entry(row));
    this.targets.push(...tables.targets);
    for (const { code, name, place } of tables.differences) {
      const found = this.place(place);
      if (found !== null) this.differences.push({ code, name, place: found });
    }
    this.steps.append(tables.steps);
    this.standing = this.place(tables.standing);
  }

  step(index: number): StepView {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) {
      throw new RangeError(`There is no step ${String(index)}.`);
    }
    const moment = this.steps.at(index, 7);
    const place = this.place(this.steps.at(index, 1));
    return {
      index,
      kind: this.kind(index),
      place,
      node: this.text(this.steps.at(index, 2)),
      phase: this.text(this.moments.at(moment, 0)) as Phase,
      turn: this.moments.at(moment, 1),
      timeMs: this.times[moment] ?? 0,
      why: { code: this.text(this.steps.at(index, 3)) as WhyCode, job: this.job(this.steps.at(index, 4)) },
      running: this.job(this.moments.at(moment, 2)),
      stack: this.stack(this.steps.at(index, 5), place),
      microtasks: this.list(this.microtasks.at(index)),
      tasks: this.list(this.tasks.at(index)),
      waiting: this.list(this.waiting.at(index).sort((a, b) => this.jobs.due(a) - this.jobs.due(b))),
      scopes: this.scopes.at(this.steps.at(index, 6), index),
      printed: this.steps.at(index, 8),
    };
  }

  job(id: number): Job | null {
    return this.jobs.at(id);
  }

  seek(index: number, direction: 1 | -1, grain: Grain): number {
    for (let at = index + direction; at >= 0 && at < this.length; at += direction) {
      if (this.stops(at, grain)) return at;
    }
    const edge = direction === 1 ? this.length - 1 : 0;
    return this.length === 0 ? index : edge;
  }

  seekLine(index: number, line: number): number | null {
    for (let at = index + 1; at < this.length; at += 1) {
      if (this.place(this.steps.at(at, 1))?.line === line) return at;
    }
    return null;
  }

  private stops(step: number, grain: Grain): boolean {
    if (grain === 'statement') return true;
    const kind = this.kind(step);
    if (grain === 'turn') return TURNS.has(kind);
    return CALLS.has(kind) || this.text(this.steps.at(step, 3)) === 'called';
  }

  private kind(step: number): StepKind {
    return this.text(this.steps.at(step, 0)) as StepKind;
  }

  private stack(node: number, place: Place | null): StackFrame[] {
    const frames: StackFrame[] = [];
    let at = place;
    for (let id = node; id !== -1; id = this.stacks.at(id, 0)) {
      const frame = this.frame(id, at);
      frames.push(frame);
      at = this.place(this.stacks.at(id, 2));
    }
    return frames.reverse();
  }

  private frame(node: number, at: Place | null): StackFrame {
    const id = this.stacks.at(node, 1);
    const kind = this.text(this.frames.at(id, 1)) as StackFrame['kind'];
    return {
      id,
      name: this.text(this.frames.at(id, 0)),
      kind,
      place: this.place(this.frames.at(id, 2)),
      at: kind === 'native' ? null : at,
      resumedAt: this.place(this.stacks.at(node, 3)),
    };
  }

  private piece(step: number): { phase: Phase; turn: number; job: number; kind: StepKind } {
    const moment = this.steps.at(step, 7);
    return {
      kind: this.kind(step),
      phase: this.text(this.moments.at(moment, 0)) as Phase,
      turn: this.moments.at(moment, 1),
      job: this.moments.at(moment, 2),
    };
  }

  private list(ids: readonly number[]): JobList {
    return {
      length: ids.length,
      first: (count) => ids.slice(0, count).flatMap((id) => this.job(id) ?? []),
    };
  }

  private appendPlaces(rows: Int32Array): void {
    for (let i = 0; i < rows.length; i += 5) {
      const [from = 0, to = 0, line = 1, column = 1, endLine = 1] = rows.subarray(i, i + 5);
      this.places.push({ from, to, line, column, endLine });
    }
  }

  private appendMoves(rows: Int32Array): void {
    for (let i = 0; i < rows.length; i += 3) {
      const [step = 0, job = -1, place = -1] = rows.subarray(i, i + 3);
      for (const traffic of [this.microtasks, this.tasks, this.waiting]) traffic.depart(job, step);
      this.trafficAt(this.text(place))?.arrive(job, step);
    }
  }

  private trafficAt(place: string): Traffic | null {
    if (place === 'microtasks') return this.microtasks;
    if (place === 'tasks') return this.tasks;
    return place === 'waiting' ? this.waiting : null;
  }

  private entry(row: PrintRow): ConsoleEntry {
    return {
      index: this.console.length,
      level: this.text(row.level) as ConsoleLevel,
      text: row.text,
      depth: row.depth,
      place: this.place(row.place),
      step: row.step,
      job: row.job,
    };
  }

  private text(id: number): string {
    return this.strings[id] ?? '';
  }

  private place(id: number): Place | null {
    return this.places[id] ?? null;
  }
}
