/** Jobs as the learner meets them: what they are, where their code is, who queued them, where they are now. */
import type { FunctionObject, ParseNode } from '@engine262/engine262';
import type { JobKind } from '../../src/loop/contract.ts';
import { awaitingContext, promiseJob } from './engine.ts';
import type { Places } from './places.ts';
import { functionName } from './preview.ts';
import { IntTable, type Strings } from './tables.ts';

export type JobPlace = 'waiting' | 'tasks' | 'microtasks' | 'running' | 'gone';

export interface JobFacts {
  readonly kind: JobKind;
  readonly label: string;
  readonly place: number;
  readonly queuedBy: number;
  readonly again?: number;
  readonly delayMs?: number;
  readonly dueMs?: number;
}

interface Described {
  readonly kind: JobKind;
  readonly label: string;
  readonly place: number;
}

export class Jobs {
  readonly moves = new IntTable(3);
  /** Counts what changed, so that a step can tell whether anything happened since. */
  changes = 0;
  /** As in wire.ts. */
  readonly rows = new IntTable(7);
  private times: number[] = [];

  constructor(
    private readonly strings: Strings,
    private readonly places: Places,
    private readonly nextStep: () => number,
  ) {}

  get total(): number {
    return this.rows.rows;
  }

  /** `parent` is the job that runs now. */
  add(facts: JobFacts, parent: number, place: JobPlace): number {
    const id = this.total;
    this.rows.push(
      this.strings.id(facts.kind),
      this.strings.id(facts.label),
      facts.place,
      facts.queuedBy,
      Math.max(0, this.nextStep() - 1),
      parent,
      facts.again ?? -1,
    );
    this.times.push(facts.delayMs ?? NaN, facts.dueMs ?? NaN);
    this.move(id, place);
    return id;
  }

  move(id: number, place: JobPlace): void {
    this.changes += 1;
    this.moves.push(this.nextStep(), id, this.strings.id(place));
  }

  /** Delay and due of the jobs since the last time. */
  takeTimes(): Float64Array {
    return Float64Array.from(this.times.splice(0));
  }

  /** A callback of the learner's: its name and place. */
  callback(callback: FunctionObject): { label: string; place: number } {
    return { label: functionName(callback) || 'anonymous', place: this.functionPlace(callback) };
  }

  functionPlace(callback: object): number {
    const body = (callback as { ECMAScriptCode?: ParseNode & { parent?: ParseNode } }).ECMAScriptCode;
    return this.places.id(body?.parent);
  }

  describe(job: unknown): Described {
    const { reaction, then } = promiseJob(job);
    if (then !== undefined) return { kind: 'thenable', ...this.callback(then.Callback) };
    const callback = reaction?.Handler?.Callback;
    if (callback === undefined) return { kind: 'pass-on', label: '', place: -1 };
    return (
      this.describeAwait(callback) ??
      this.describeFinally(callback) ?? {
        kind: reaction?.Type === 'Reject' ? 'catch' : 'then',
        ...this.callback(callback),
      }
    );
  }

  private describeAwait(callback: FunctionObject): Described | null {
    const context = awaitingContext(callback);
    if (context === undefined) return null;
    const called = context.Function;
    const label = 'properties' in called ? functionName(called) || 'anonymous' : 'script';
    return { kind: 'await', label, place: this.places.pause(context.callSite.lastNode) };
  }

  private describeFinally(callback: FunctionObject): Described | null {
    const captured = (callback as { HostCapturedValues?: readonly unknown[] }).HostCapturedValues?.[0];
    if (captured === undefined) return null;
    return { kind: 'finally', ...this.callback(captured as FunctionObject) };
  }
}
