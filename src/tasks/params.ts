import { ParamError } from './contract.ts';

/** A number that a person may set: its bounds (both allowed), its default, and whether it must be whole. */
export interface NumberRule {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly fallback: number;
  readonly whole?: boolean;
}

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Reads one number from text parameters; the rule's default where it is missing. Throws `ParamError`. */
export function readNumber(raw: Readonly<Record<string, string>>, rule: NumberRule): number {
  if (!Object.hasOwn(raw, rule.name)) return rule.fallback;
  const text = (raw[rule.name] ?? '').trim();
  const value = PLAIN_NUMBER.test(text) ? Number(text) : NaN;
  const fits = value >= rule.min && value <= rule.max && (rule.whole !== true || Number.isInteger(value));
  if (!fits) throw new ParamError(rule.name, sentence(rule));
  return value;
}

function sentence({ name, min, max, whole }: NumberRule): string {
  return `${name} must be a ${whole === true ? 'whole number' : 'number'} from ${min} to ${max}.`;
}
