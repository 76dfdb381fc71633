import type { Slug } from '../model/slugs.ts';

/** Where to begin, by who one is. */
export interface Path {
  readonly id: 'new' | 'promises' | 'teach';
  readonly label: string;
  readonly words: string;
  readonly slugs: readonly Slug[];
}

export const PATHS: readonly Path[] = [
  {
    id: 'new',
    label: 'I’m new',
    words: 'In this order: what waiting is, how to write it down, what goes wrong, and only then threads.',
    slugs: [
      'blocking',
      'event-loop',
      'async-functions',
      'three-syntaxes',
      'sequential-parallel',
      'race-condition',
    ],
  },
  {
    id: 'promises',
    label: 'I know promises',
    words: 'The ones that surprise people who have written await for years.',
    slugs: ['forgotten-await', 'race-condition', 'cancellation', 'yielding', 'shared-memory', 'when-not'],
  },
  {
    id: 'teach',
    label: 'I teach',
    words:
      '45 minutes, from the projector and on the pupils’ phones. The links keep the answers back until you reveal them.',
    slugs: ['blocking', 'event-loop', 'sequential-parallel', 'race-condition', 'workers'],
  },
];

/** What to do with a lesson in class. */
export interface PlanStep {
  readonly slug: Slug;
  readonly minutes: number;
  readonly ask: string;
}

export const PLAN: readonly PlanStep[] = [
  {
    slug: 'blocking',
    minutes: 8,
    ask: 'Who has waited for a page that didn’t answer? What was it doing? Let everybody predict by show of hands before the run.',
  },
  {
    slug: 'event-loop',
    minutes: 10,
    ask: 'Which line comes last, and who decides? Compare two phones: is the order the same?',
  },
  {
    slug: 'sequential-parallel',
    minutes: 8,
    ask: 'When is it right to wait for one before the next? Ask for an example from the kitchen, then one from an app.',
  },
  {
    slug: 'race-condition',
    minutes: 10,
    ask: 'Where have you seen an old result come back? What must the program remember to prevent it?',
  },
  {
    slug: 'workers',
    minutes: 9,
    ask: 'If a second cook helps, what must be carried to the other kitchen? When is that slower?',
  },
];
