/** Writes the recording: a row a step, and the tables the rows point into. */
import type { ExecutionContext, ParseNode } from '@engine262/engine262';
import type {
  ClickTarget,
  ConsoleLevel,
  LimitName,
  Phase,
  StepKind,
  WhyCode,
} from '../../src/loop/contract.ts';
import type { DifferenceRow, PrintRow, Tables } from '../../src/loop/wire.ts';
import { callPlace } from './engine.ts';
import { Jobs } from './jobs.ts';
import type { Places } from './places.ts';
import { cut } from './preview.ts';
import type { Scopes } from './scopes.ts';
import { calleeText, type Stacks } from './stacks.ts';
import { IntTable, type Strings } from './tables.ts';

/** Ends a run from wherever it is: thrown through the interpreter, which is then dropped. */
export class LimitReached extends Error {
  constructor(
    readonly limit: LimitName,
    readonly value: number,
  ) {
    super(limit);
  }
}

export interface Limits {
  readonly steps: number;
  readonly tasks: number;
  readonly jobs: number;
  readonly console: number;
  /** Virtual ms. */
  readonly time: number;
  /** Real ms. */
  readonly work: number;
}

/** What a step shows besides its place. */
interface StepFacts {
  readonly place?: number;
  readonly node?: string;
  readonly why: WhyCode;
  readonly job?: number;
  readonly context?: ExecutionContext | null;
}

/** A step that a more telling one may replace, because nothing happened between them. */
interface Replaceable {
  readonly context: ExecutionContext;
  readonly changes: number;
  readonly why: WhyCode;
  readonly scope: number;
}

/** What a step looks at. */
export interface Seen {
  readonly strings: Strings;
  readonly places: Places;
  readonly stacks: Stacks;
  readonly scopes: Scopes;
}

const STEP_WIDTH = 9;
const MOST_PRINTED = 10_000;

export class Recorder {
  length = 0;
  printed = 0;
  readonly jobs: Jobs;
  private readonly steps = new IntTable(STEP_WIDTH);
  private readonly moments = new IntTable(3);
  private times: number[] = [];
  private momentKey = '';
  private momentCount = 0;
  private prints: PrintRow[] = [];
  private targets: ClickTarget[] = [];
  private differences: DifferenceRow[] = [];
  private replaceable: Replaceable | null = null;
  private stackBefore = -1;
  private standing = -1;

  /** Called before each step is written, so that what happens *at* a step can be seen in it. */
  beforeStep: (() => void) | null = null;
  phase: Phase = 'task';
  turn = 0;
  running = -1;

  constructor(
    private readonly seen: Seen,
    private readonly limits: Limits,
    private readonly now: () => number,
  ) {
    this.jobs = new Jobs(seen.strings, seen.places, () => this.length);
  }

  /** A statement or an arrow function's body is about to run. */
  code(kind: 'statement' | 'expression', node: ParseNode, context: ExecutionContext): void {
    const stack = this.seen.stacks.current();
    const scope = this.seen.scopes.look(context.LexicalEnvironment, this.length);
    const why = this.whyOf(stack);
    this.push(kind, { place: this.seen.places.id(node), node: node.type, why }, stack, scope);
    this.replaceable = { context, changes: this.changes, why, scope };
  }

  /** A native function stands on the stack, called by the learner's code. */
  call(context: ExecutionContext): void {
    const before = this.replaceable;
    const call = callPlace(context);
    const node = call === null ? '' : calleeText(call);
    const place = this.seen.stacks.standing(context);
    const why = this.unchanged(context) ? (before?.why ?? 'runs-on') : 'runs-on';
    const scope = this.retract(context) ?? this.seen.scopes.look(context.LexicalEnvironment, this.length);
    this.push('call', { place, node, why }, this.seen.stacks.current(), scope);
  }

  /** A function leaves the stack at its await. */
  suspend(context: ExecutionContext, place: number): void {
    // What was queued meanwhile was queued by this very await: it is seen from the next step on.
    const scope =
      this.retract(context, true) ?? this.seen.scopes.look(context.LexicalEnvironment, this.length);
    this.push('suspend', { place, why: 'awaits' }, this.seen.stacks.current(), scope);
  }

  resume(context: ExecutionContext, place: number): void {
    const scope = this.seen.scopes.look(context.LexicalEnvironment, this.length);
    this.push('resume', { place, why: 'goes-on', job: this.running }, this.seen.stacks.current(), scope);
  }

  /** A turn of the loop: the stack is empty. */
  loop(kind: StepKind, facts: StepFacts): void {
    this.push(kind, facts, -1, -1);
  }

  /** The place of the code that runs now; -1 when none of the learner's does. */
  here(): number {
    const top = this.seen.stacks.top();
    return top === null ? -1 : this.seen.stacks.standing(top);
  }

  /** Where an error was made, when it remembers. */
  placeOfError(error: unknown): number {
    const [site] =
      (error as { HostDefinedStack?: readonly { lastNode?: ParseNode | null }[] }).HostDefinedStack ?? [];
    return this.seen.places.id(site?.lastNode);
  }

  print(level: ConsoleLevel, text: string, depth: number, place = this.here()): void {
    if (this.printed >= this.limits.console) throw new LimitReached('console', this.limits.console);
    this.prints.push({
      level: this.seen.strings.id(level),
      text: cut(text, MOST_PRINTED),
      depth,
      place,
      step: Math.max(0, this.length - 1),
      job: this.running,
    });
    this.printed += 1;
  }

  /** A limit was reached: one last step, so that the end can be stood on. */
  stop(): void {
    this.beforeStep = null;
    this.push('end', { why: 'limit' }, -1, -1);
  }

  target(target: Omit<ClickTarget, 'fromStep'>): void {
    this.targets.push({ ...target, fromStep: this.length });
  }

  difference(row: DifferenceRow): void {
    this.differences.push(row);
  }

  /** Takes what is new. The last step stays while it may still be replaced. */
  take(all: boolean): Tables {
    return {
      steps: this.steps.take(all ? 0 : 1),
      strings: this.seen.strings.take(),
      places: this.seen.places.table.take(),
      frames: this.seen.stacks.frames.take(),
      stacks: this.seen.stacks.nodes.take(),
      moments: this.moments.take(),
      times: Float64Array.from(this.times.splice(0)),
      scopes: this.seen.scopes.scopes.take(),
      variables: this.seen.scopes.variables.take(),
      values: this.seen.scopes.values.take(),
      moves: this.jobs.moves.take(),
      jobs: this.jobs.rows.take(),
      jobTimes: this.jobs.takeTimes(),
      prints: this.prints.splice(0),
      targets: this.targets.splice(0),
      differences: this.differences.splice(0),
      standing: this.standing,
    };
  }

  private get changes(): number {
    return this.jobs.changes + this.printed;
  }

  private unchanged(context: ExecutionContext): boolean {
    return this.replaceable?.context === context && this.replaceable.changes === this.changes;
  }

  /** Takes the last step back when the coming one says more of the same moment; returns its scope. */
  private retract(context: ExecutionContext, evenIfChanged = false): number | null {
    const before = this.replaceable;
    if (before?.context !== context) return null;
    if (!evenIfChanged && !this.unchanged(context)) return null;
    this.steps.drop();
    this.length -= 1;
    return before.scope;
  }

  private whyOf(stack: number): WhyCode {
    if (this.length === 0) return 'script-starts';
    if (stack === this.stackBefore) return 'runs-on';
    return this.seen.stacks.depth(stack) < this.seen.stacks.depth(this.stackBefore) ? 'returned' : 'called';
  }

  private push(kind: StepKind, facts: StepFacts, stack: number, scope: number): void {
    if (this.length >= this.limits.steps && kind !== 'end') {
      throw new LimitReached('steps', this.limits.steps);
    }
    this.beforeStep?.();
    const { strings } = this.seen;
    this.steps.push(
      strings.id(kind),
      facts.place ?? -1,
      strings.id(facts.node ?? ''),
      strings.id(facts.why),
      facts.job ?? -1,
      stack,
      scope,
      this.moment(),
      this.printed,
    );
    this.length += 1;
    this.standing = facts.place ?? -1;
    this.stackBefore = stack;
    this.replaceable = null;
  }

  private moment(): number {
    const time = this.now();
    const key = `${this.phase} ${String(this.turn)} ${String(this.running)} ${String(time)}`;
    if (key !== this.momentKey) {
      this.momentKey = key;
      this.moments.push(this.seen.strings.id(this.phase), this.turn, this.running);
      this.times.push(time);
      this.momentCount += 1;
    }
    return this.momentCount - 1;
  }
}
