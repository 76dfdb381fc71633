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
  'event-loop': {
    title: 'Whose turn is it?',
    line: 'The script, all microtasks, one task, perhaps a frame.',
    part: 'Waiting',
    after: ['blocking'],
    load: () => import('./lessons/event-loop/lesson.ts'),
  },
  'three-syntaxes': {
    title: 'Three ways to say it',
    line: 'Callbacks, promises and await, success and failure.',
    part: 'Waiting',
    after: ['event-loop'],
    load: () => import('./lessons/three-syntaxes/lesson.ts'),
  },
  'async-functions': {
    title: 'When does it start?',
    line: 'What an async function does at once, and what it returns.',
    part: 'Waiting',
    after: ['event-loop'],
    load: () => import('./lessons/async-functions/lesson.ts'),
  },
  'sequential-parallel': {
    title: 'Don’t queue what doesn’t depend',
    line: 'Three waits one after another, or at the same time.',
    part: 'Promises',
    after: [],
    load: () => import('./lessons/sequential-parallel/lesson.ts'),
  },
  combinators: {
    title: 'All, or the first?',
    line: 'all, allSettled, race and any over the same mix.',
    part: 'Promises',
    after: ['sequential-parallel'],
    load: () => import('./lessons/combinators/lesson.ts'),
  },
  'forgotten-await': {
    title: 'Saved, before it was saved',
    line: 'One forgotten word, and an error that nobody hears.',
    part: 'When it goes wrong',
    after: [],
    load: () => import('./lessons/forgotten-await/lesson.ts'),
  },
  'unhandled-rejection': {
    title: 'An error with nobody home',
    line: 'There is a catch, and the error goes past it.',
    part: 'When it goes wrong',
    after: ['forgotten-await'],
    load: () => import('./lessons/unhandled-rejection/lesson.ts'),
  },
  'race-condition': {
    title: 'The old answer arrives last',
    line: 'Two requests are on their way; the slower one wins the screen.',
    part: 'When it goes wrong',
    after: ['sequential-parallel'],
    load: () => import('./lessons/race-condition/lesson.ts'),
  },
  cancellation: {
    title: 'Stop the work, not the waiting',
    line: 'A promise has no cancel. What stands behind it may have one.',
    part: 'When it goes wrong',
    after: ['race-condition'],
    load: () => import('./lessons/cancellation/lesson.ts'),
  },
  loops: {
    title: 'Loops that don’t wait',
    line: 'forEach starts everything and waits for nothing.',
    part: 'Many values',
    after: ['sequential-parallel'],
    load: () => import('./lessons/loops/lesson.ts'),
  },
  'async-iterators': {
    title: 'Values over time',
    line: 'A list that comes page by page, a text that comes word by word.',
    part: 'Many values',
    after: ['loops'],
    load: () => import('./lessons/async-iterators/lesson.ts'),
  },
  timers: {
    title: '0 ms isn’t now',
    line: 'How long setTimeout(fn, 0) really takes, here.',
    part: 'Many values',
    after: ['event-loop'],
    load: () => import('./lessons/timers/lesson.ts'),
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
  'when-not': {
    title: 'When not to',
    line: 'Work that should stay where it is.',
    part: 'Threads',
    after: ['workers'],
    load: () => import('./lessons/when-not/lesson.ts'),
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
