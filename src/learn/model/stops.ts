/** The six stops of a lesson, as on its progress line. */
export const STOPS = ['idea', 'predict', 'run', 'see', 'fix', 'why'] as const;
export type Stop = (typeof STOPS)[number];

export const STOP_NAMES: Readonly<Record<Stop, string>> = {
  idea: 'Idea',
  predict: 'Predict',
  run: 'Run',
  see: 'See',
  fix: 'Fix',
  why: 'Why',
};

export function isStop(name: string | null): name is Stop {
  return STOPS.some((stop) => stop === name);
}
