import type { Component } from 'svelte';
import type { ShownPrograms } from '../code/shown-code.ts';
import type { NetReply, NetRequest } from '../stage/net.ts';
import type { StageWorld } from '../stage/world.ts';
import type { LaneGroup, Trace } from '../trace/trace.ts';
import type { Slug } from './slugs.ts';
import type { Prediction } from './prediction.ts';

/** Numbers that a learner may change, by name. */
export type Numbers = Readonly<Record<string, number>>;

/** Words with the marks of words/inline.ts: `[[task]]` is a term of the glossary, backticks are code. */
export type Text = string;

export interface Knob {
  readonly name: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly unit: string;
}

/** What a run came to. Everything a lesson says about a run is computed from this. */
export interface Outcome {
  readonly trace: Trace;
  /** What the program did, in order: "get /a", "show Bern". */
  readonly order: readonly string[];
  /** What the program returned. */
  readonly value: unknown;
  /** What the program threw, in words. */
  readonly failure: string | null;
  /** Rejections that nobody handled. */
  readonly lost: readonly string[];
  readonly numbers: Numbers;
}

export interface Variant {
  /** For the address and the tests. */
  readonly id: string;
  /** On its key, where there are several: "Number them". */
  readonly label: string;
  /** Above its code: "Fix: abort the old request". */
  readonly heading: string;
  /** The exported function of program.ts whose body is shown. */
  readonly shows: string;
  /** Calls that function: `({ world }) => program.stale(world)`. */
  readonly run: (stage: StageWorld, numbers: Numbers) => unknown;
  /** What its run shows, in a sentence, once it has run. */
  readonly after: (outcome: Outcome) => Text;
  /** The large figure above its trace, with the words beside it; the total time if left out. */
  readonly figure?: (outcome: Outcome) => { readonly value: string; readonly words: string };
  /** This program alone needs what Node hasn't got. */
  readonly needs?: 'browser';
  /** Runs in the event-loop stepper as it stands, after this text ("" if nothing is needed); see stepper.ts. */
  readonly stepper?: string;
}

/** What a lesson shows in place of the trace, or beneath it. */
export interface FigureProps {
  readonly outcome: Outcome | null;
  readonly running: boolean;
}

/** A question with code that answers it by running: the heart of a lesson, and all of a card of the deck. */
export interface Scene {
  /** Under which name its progress is kept. */
  readonly name: Slug | `gotcha:${string}`;
  /** `import { code } from './program.ts?code'` */
  readonly code: ShownPrograms;
  readonly knobs: readonly Knob[];
  readonly net?: (request: NetRequest, numbers: Numbers) => NetReply;
  /** A value in a few words: "Bern, 6 stops". */
  readonly say?: (value: unknown) => string;
  /** There is a screen from the beginning. */
  readonly screen?: boolean;
  /** The trace's axis: by the clock, or one column an event where everything happens within a millisecond. */
  readonly axis?: 'time' | 'order';
  /** Its programs do different things: each trace has an axis of its own, where else lengths can be compared. */
  readonly ownAxis?: boolean;
  /** Lanes that would distract here; what happens in them is recorded all the same. */
  readonly leaveOut?: readonly LaneGroup[];
  readonly prediction: Prediction;
  /** As most people write it. */
  readonly first: Variant;
  /** Better ways; the first of them is shown first. */
  readonly fixes: readonly Variant[];
  /** Its programs need what Node hasn't got: workers, frames, a page. */
  readonly needs?: 'browser';
  /** Something of its own, beneath the trace or in its place. */
  readonly figure?: { readonly view: Component<FigureProps>; readonly instead: boolean };
}

export interface Lesson extends Scene {
  readonly name: Slug;
  /** One sentence under the title. */
  readonly idea: Text;
  /** The first screen: two or three short paragraphs, an image from life. */
  readonly intro: readonly Text[];
  /** The heading over the result: "It shows Be, the older search". */
  readonly result: (outcome: Outcome) => Text;
  /** Why it matters: short paragraphs. */
  readonly why: readonly Text[];
}

/** The numbers as they stand before anybody touches them. */
export function startNumbers(scene: Pick<Scene, 'knobs'>): Numbers {
  return Object.fromEntries(scene.knobs.map(({ name, value }) => [name, value]));
}
