import type { Lesson } from '../../../src/learn/model/lesson.ts';

const files = import.meta.glob<{ readonly lesson: Lesson }>('../../../src/learn/lessons/*/lesson.ts', {
  query: '?plain',
});

/** A lesson over its program as it was written: without the marks that make its lines light up. */
export async function plainLesson(slug: string): Promise<Lesson> {
  const load = files[`../../../src/learn/lessons/${slug}/lesson.ts`];
  if (load === undefined) throw new Error(`There is no lesson called ${slug}.`);
  return (await load()).lesson;
}
