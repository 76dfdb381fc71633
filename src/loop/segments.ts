/** The slider's pieces: consecutive steps of one task, of the microtasks after it, of one frame. */
import type { Job, Phase, Segment, StepKind } from './contract.ts';

interface Piece {
  readonly kind: StepKind;
  readonly phase: Phase;
  readonly turn: number;
  /** Its number; -1 is none. */
  readonly job: number;
}

function kindOf({ kind, phase, turn }: Piece): Segment['kind'] {
  if (kind === 'end') return 'end';
  if (phase === 'task') return turn === 1 ? 'script' : 'task';
  return phase;
}

/** Grows with its recording: what is known of earlier steps stays, so that a batch costs only its own steps. */
export class Segments {
  private length = 0;
  private list: readonly Segment[] = [];
  private turn = -1;

  constructor(private readonly jobOf: (id: number) => Job | null) {}

  /** The pieces of the first `length` steps; the same list as long as nothing is new. */
  upTo(length: number, pieceAt: (step: number) => Piece): readonly Segment[] {
    if (length === this.length) return this.list;
    // the last of the old ones may go on
    const list: Open[] = this.list.slice(0, -1);
    list.push(...this.list.slice(-1).map((last) => ({ ...last })));
    for (let step = this.length; step < length; step += 1) this.add(list, step, pieceAt(step));
    this.length = length;
    this.list = list;
    return list;
  }

  private add(list: Open[], step: number, piece: Piece): void {
    const kind = kindOf(piece);
    const last = list.at(-1);
    if (last?.kind === kind && this.turn === piece.turn && piece.kind !== 'frame') {
      last.count += 1;
      return;
    }
    const job = kind === 'task' || kind === 'script' ? this.jobOf(piece.job) : null;
    list.push({ kind, first: step, count: 1, job });
    this.turn = piece.turn;
  }
}

/** While its list is being made. */
type Open = { -readonly [Key in keyof Segment]: Segment[Key] };
