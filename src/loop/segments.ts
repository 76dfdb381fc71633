/** The slider's pieces: consecutive steps of one task, of the microtasks after it, of one frame. */
import type { Job, Phase, Segment, StepKind } from './contract.ts';

interface Piece {
  readonly kind: StepKind;
  readonly phase: Phase;
  readonly turn: number;
  readonly job: Job | null;
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

  /** The pieces of the first `length` steps; the same list as long as nothing is new. */
  upTo(length: number, pieceAt: (step: number) => Piece): readonly Segment[] {
    if (length === this.length) return this.list;
    const list = [...this.list];
    for (let step = this.length; step < length; step += 1) this.add(list, step, pieceAt(step));
    this.length = length;
    this.list = list;
    return list;
  }

  private add(list: Segment[], step: number, piece: Piece): void {
    const kind = kindOf(piece);
    const last = list.at(-1);
    if (last?.kind === kind && this.turn === piece.turn && piece.kind !== 'frame') {
      list[list.length - 1] = { ...last, count: last.count + 1 };
      return;
    }
    const job = kind === 'task' || kind === 'script' ? piece.job : null;
    list.push({ kind, first: step, count: 1, job });
    this.turn = piece.turn;
  }
}
