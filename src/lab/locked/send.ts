import { formatMs } from '../../ui/format.ts';
import { STRATEGY_NAMES } from '../../ui/strategy.ts';
import type { Prepared } from '../input/prepare.ts';
import type { LabStatus } from '../lab.svelte.ts';
import type { Options } from '../model/options.ts';
import { jobInWords } from '../model/settings.ts';
import { resultRows } from '../result/figures.ts';

export type Sent = 'shared' | 'copied' | 'closed' | 'refused';

/** A result as a few lines of text, for a chat or a mail. */
export function resultText(
  options: Options,
  prepared: Prepared | null,
  { result, report }: Extract<LabStatus, { status: 'done' }>,
): string {
  const lines = resultRows(result.runs, report.summary).map(({ strategy, summary }) => {
    const freeze = summary?.longestFreezeMs?.median;
    const wall = summary?.wallMs?.median;
    const figure = (ms: number | undefined): string => formatMs(ms === undefined ? null : Math.round(ms));
    if (summary === null) return `${STRATEGY_NAMES[strategy]}: not counted`;
    return `${STRATEGY_NAMES[strategy]}: longest freeze ${figure(freeze)}, took ${figure(wall)}`;
  });
  return [`Unblocked: ${jobInWords(options, prepared)}`, ...lines].join('\n');
}

/** Hands text to the system's share sheet; where there is none, to the clipboard. Never rejects. */
export async function sendText(text: string): Promise<Sent> {
  const { share, clipboard } = navigator as { share?: Navigator['share']; clipboard?: Clipboard };
  try {
    if (share !== undefined) {
      await share.call(navigator, { text });
      return 'shared';
    }
    if (clipboard === undefined) return 'refused';
    await clipboard.writeText(text);
    return 'copied';
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' ? 'closed' : 'refused';
  }
}
