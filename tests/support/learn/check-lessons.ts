import { describe, expect, test } from 'vitest';
import { COURSE } from '../../../src/learn/manifest.ts';
import type { Lesson, Variant } from '../../../src/learn/model/lesson.ts';
import { calledAgain, eventWords, stepsOf } from '../../../src/learn/trace/event-words.ts';
import { layOutLanes } from '../../../src/learn/trace/lanes-layout.ts';
import { timeScale } from '../../../src/learn/trace/scale.ts';
import { allowed, ordersOf } from './orders.ts';
import { plainLesson } from './plain.ts';
import { runInOrder, runOrder, type Seen } from './run-order.ts';

const variantsOf = (lesson: Lesson) => [lesson.first, ...lesson.fixes];

/** Those that can run in this realm, each with its place among all. */
const runnable = (lesson: Lesson, realm: 'node' | 'browser') =>
  [...variantsOf(lesson).entries()].filter(
    ([, { needs = lesson.needs }]) => realm === 'browser' || needs !== 'browser',
  );

/** Every second lesson, by its place in the course: two files of tests run at a time, and lessons wait a lot. */
export type Half = 'even' | 'odd';

/**
 * Half of the lessons, in the realm that calls this: Node, or a real browser. Each program does what it should, in the order
 * that it should, with the tracer and without it; and its trace can be drawn and told.
 */
export function checkLessons(realm: 'node' | 'browser', half: Half): void {
  const lessons = COURSE.filter((_, i) => (i % 2 === 0) === (half === 'even'));
  describe.each(lessons.map(({ slug, load }) => ({ slug, load })))('$slug', ({ slug, load }) => {
    const traced = new Map<Variant, Promise<Seen>>();
    /** One run, looked at by two tests: most of a program's time is waiting. */
    const tracedOnce = (lesson: Lesson, variant: Variant): Promise<Seen> => {
      const expected = allowed(ordersOf(slug)[variant.id]);
      const seen = traced.get(variant) ?? runInOrder(lesson, variant, true, expected);
      traced.set(variant, seen);
      return seen;
    };

    test('every variant has its order written down, and none is left over', async () => {
      const { lesson } = await load();
      const ids = variantsOf(lesson).map(({ id }) => id);
      expect(Object.keys(ordersOf(slug)).sort()).toEqual([...ids].sort());
    });

    test('each program keeps its order: as written, marked, and marked and traced', async () => {
      const { lesson } = await load();
      const plain = await plainLesson(slug);
      for (const [at, variant] of runnable(lesson, realm)) {
        const expected = allowed(ordersOf(slug)[variant.id]);
        const asWritten = variantsOf(plain)[at] ?? variant;
        const written = await runInOrder(plain, asWritten, false, expected);
        const silent = await runInOrder(lesson, variant, false, expected);
        const { order } = await tracedOnce(lesson, variant);
        expect(expected, `${variant.id}, as written`).toContainEqual(written.order);
        expect(expected, `${variant.id}, marked`).toContainEqual(silent.order);
        expect(expected, `${variant.id}, traced`).toContainEqual(order);
      }
    });

    test('the program as it was written has no marks', async () => {
      const plain = await plainLesson(slug);
      for (const [, variant] of runnable(plain, realm)) {
        const { trace } = await runOrder(plain, variant, true);
        expect(trace?.events.filter(({ type }) => type === 'line')).toEqual([]);
      }
    });

    test('each trace lights lines that exist, and can be drawn and told', async () => {
      const { lesson } = await load();
      for (const [, variant] of runnable(lesson, realm)) {
        const { trace } = await tracedOnce(lesson, variant);
        const shown = lesson.code[variant.shows];
        if (trace === null || shown === undefined) throw new Error(`${variant.shows} is not in program.ts.`);
        const lines = trace.events.flatMap((event) => (event.type === 'line' ? [event.line] : []));
        expect(lines.length).toBeGreaterThan(0);
        for (const line of lines) expect(shown.lines[line - 1]?.length ?? 0).toBeGreaterThan(0);
        const rows = layOutLanes(trace, timeScale(trace.totalMs), Infinity);
        for (const { left, width } of rows.flatMap(({ bars }) => bars)) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + width).toBeLessThanOrEqual(1);
        }
        const again = calledAgain(trace.events);
        for (const event of stepsOf(trace.events)) expect(eventWords(event, shown, again)).not.toBe('');
      }
    });
  });
}
