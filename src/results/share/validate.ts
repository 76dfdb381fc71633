import { Validator, type OutputUnit } from '@cfworker/json-schema';
import schema from '../../../static/schema/unblocked-report-1.schema.json' with { type: 'json' };
import { REPORT_SCHEMA, type Report } from '../report.ts';

/** A report that can't be taken; the message is one sentence for people. */
export class ReportRefused extends Error {
  override readonly name = 'ReportRefused';
}

/** It interprets the schema: the page's policy allows nothing that would have to be compiled. */
const validator = new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12', false);

/** @throws ReportRefused with the reason */
export function parseReport(text: string): Report {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ReportRefused('It is not JSON, or it was cut off.');
  }
  return checkReport(json);
}

/** @throws ReportRefused with the reason */
export function checkReport(json: unknown): Report {
  const name = nameOf(json);
  if (name === null) throw new ReportRefused('It is JSON, but not a report of Unblocked.');
  if (name !== REPORT_SCHEMA) {
    throw new ReportRefused(`It calls itself “${name.slice(0, 60)}”; this version reads “${REPORT_SCHEMA}”.`);
  }
  const { valid, errors } = validator.validate(json);
  if (!valid) throw new ReportRefused(reasonOf(errors));
  const report = json as Report;
  const ids = new Set(report.runs.map(({ id }) => id));
  if (ids.size < report.runs.length) throw new ReportRefused('Two of its runs have the same id.');
  return report;
}

function nameOf(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('schema' in json)) return null;
  return typeof json.schema === 'string' ? json.schema : null;
}

/** The error that lies deepest says what is wrong; those above it only that something is. */
function reasonOf(errors: readonly OutputUnit[]): string {
  const depth = ({ instanceLocation }: OutputUnit): number => instanceLocation.split('/').length;
  const [first] = errors;
  if (first === undefined) return 'It doesn’t follow the schema of a report.';
  const worst = errors.reduce((deepest, error) => (depth(error) > depth(deepest) ? error : deepest), first);
  return `It doesn’t follow the schema of a report: at ${placeOf(worst.instanceLocation)}, ${saying(worst.error)}`;
}

/** "#/runs/3/wallMs" → "runs[3].wallMs". */
function placeOf(location: string): string {
  const path = location
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('');
  return path === '' ? 'the top' : path.replace(/^\./, '').slice(0, 120);
}

function saying(error: string): string {
  const text = error.slice(0, 200);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
