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
