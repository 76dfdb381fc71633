import { describe, expect, test } from 'vitest';
import { COURSE } from '../../../src/learn/manifest.ts';
import type { Variant } from '../../../src/learn/model/lesson.ts';
import { stepperText } from '../../../src/learn/model/stepper.ts';
import { allowed, ordersOf } from '../../support/learn/orders.ts';
import { recordHere } from '../../support/loop/record-here.ts';

/** What the stepper should print for a step of a lesson; what is shown comes from another stand-in there. */
function printed(step: string): string[] {
  if (step.startsWith('log ')) return [step.slice('log '.length).replace(/\bPromise\b/, 'a promise')];
  if (step.startsWith('type ')) return [`typed: ${step.slice('type '.length)}`];
  return step.startsWith('show ') ? ['screen'] : [];
}

function plain(text: string): string {
  return text
    .replace(/^screen: .*$/s, 'screen')
    .replace(/\bError: (The server answered \d+\.)[^]*$/, 'NetError: $1')
    .replace(/\bPromise\b.*$/, 'a promise');
}

describe.each(COURSE)('$slug', ({ slug, load }) => {
  test('the stepper prints what the lesson prints, in the same order', async () => {
    const { lesson } = await load();
    const opening = (variant: Variant) => variant.stepper !== undefined;
    for (const variant of [lesson.first, ...lesson.fixes].filter(opening)) {
      const code = lesson.code[variant.shows];
      if (code === undefined) throw new Error(`${variant.shows} is not in program.ts.`);
      const recording = recordHere(stepperText(code, variant.stepper ?? ''));
      expect(recording.end, variant.id).toMatchObject({ status: 'completed' });
      const lines = recording.console.filter(({ level }) => level === 'log').map(({ text }) => plain(text));
      // the three syntaxes run there for Bob alone
      const alone = variant.stepper?.includes("const name = 'bob'") === true;
      const mine = (line: string) => !alone || line.startsWith('bob');
      const expected = allowed(ordersOf(slug)[variant.id]).map((order) =>
        order.flatMap(printed).filter(mine),
      );
      expect(expected, variant.id).toContainEqual(lines);
    }
  });
});
