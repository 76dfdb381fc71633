import type { Lesson } from './model/lesson.ts';
import { SLUGS, type Slug } from './model/slugs.ts';

/** The parts of the course, in order. */
export const PARTS = ['Waiting', 'Promises', 'When it goes wrong', 'Many values', 'Threads'] as const;
export type Part = (typeof PARTS)[number];

/** What the map and the links know of a lesson before it is loaded. */
export interface LessonEntry {
  readonly title: string;
  /** One line on the map. */
  readonly line: string;
  readonly part: Part;
  /** Better seen before. */
  readonly after: readonly Slug[];
  readonly load: () => Promise<{ readonly lesson: Lesson }>;
}

/** A lesson is a folder and an entry here; the order is that of `SLUGS`. */
export const LESSONS: Readonly<Partial<Record<Slug, LessonEntry>>> = {
  blocking: {
    title: 'Waiting isn’t working',
    line: 'A timer and a busy loop take the same time. Only one of them freezes the page.',
    part: 'Waiting',
    after: [],
    load: () => import('./lessons/blocking/lesson.ts'),
  },
  'concurrency-parallelism': {
    title: 'In progress, and at once',
    line: 'Five jobs in turns on one thread, and on as many threads as you like.',
    part: 'Waiting',
    after: ['blocking'],
    load: () => import('./lessons/concurrency-parallelism/lesson.ts'),
  },
  'sequential-parallel': {
    title: 'Don’t queue what doesn’t depend',
    line: 'Three waits one after another, or at the same time.',
    part: 'Promises',
    after: [],
    load: () => import('./lessons/sequential-parallel/lesson.ts'),
  },
  'race-condition': {
    title: 'The old answer arrives last',
    line: 'Two requests are on their way; the slower one wins the screen.',
    part: 'When it goes wrong',
    after: ['sequential-parallel'],
    load: () => import('./lessons/race-condition/lesson.ts'),
  },
  yielding: {
    title: 'Give the page a turn',
    line: 'Eight ways to yield in a long loop, measured side by side on your device.',
    part: 'Threads',
    after: ['blocking'],
    load: () => import('./lessons/yielding/lesson.ts'),
  },
  workers: {
    title: 'A room of its own',
    line: 'A worker is another thread. What you send it is copied, moved or shared, and one of these you feel.',
    part: 'Threads',
    after: ['blocking', 'concurrency-parallelism'],
    load: () => import('./lessons/workers/lesson.ts'),
  },
  stopping: {
    title: 'How fast does it stop?',
    line: 'A message, a shared flag, an axe; and a loop that never hears you.',
    part: 'Threads',
    after: ['yielding', 'workers'],
    load: () => import('./lessons/stopping/lesson.ts'),
  },
  'shared-memory': {
    title: 'Two threads, one number',
    line: 'Millions of additions, and some of them vanish. Atomics bring them back.',
    part: 'Threads',
    after: ['workers'],
    load: () => import('./lessons/shared-memory/lesson.ts'),
  },
  'speed-up': {
    title: 'Eight aren’t eight times faster',
    line: 'A curve measured here, and where the rest of the time goes.',
    part: 'Threads',
    after: ['concurrency-parallelism', 'workers'],
    load: () => import('./lessons/speed-up/lesson.ts'),
  },
};

export interface PlacedLesson extends LessonEntry {
  readonly slug: Slug;
  /** Its number in the course, from 1. */
  readonly number: number;
}

/** The lessons that exist, in order. */
export const COURSE: readonly PlacedLesson[] = SLUGS.flatMap((slug) => {
  const entry = LESSONS[slug];
  return entry === undefined ? [] : [{ slug, ...entry }];
}).map((entry, at) => ({ ...entry, number: at + 1 }));

export function findLesson(slug: string): PlacedLesson | null {
  return COURSE.find((entry) => entry.slug === slug) ?? null;
}
