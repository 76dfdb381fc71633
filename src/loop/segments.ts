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

export function segmentsOf(length: number, pieceAt: (step: number) => Piece): Segment[] {
  const list: { kind: Segment['kind']; first: number; count: number; job: Job | null; turn: number }[] = [];
  for (let step = 0; step < length; step += 1) {
    const piece = pieceAt(step);
    const kind = kindOf(piece);
    const last = list.at(-1);
    const starts = last?.kind !== kind || last.turn !== piece.turn || piece.kind === 'frame';
    if (!starts) last.count += 1;
    else {
      const job = kind === 'task' || kind === 'script' ? piece.job : null;
      list.push({ kind, first: step, count: 1, job, turn: piece.turn });
    }
  }
  return list.map(({ kind, first, count, job }) => ({ kind, first, count, job }));
}
