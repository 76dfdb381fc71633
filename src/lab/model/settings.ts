/** What is set, in words: for pages that show it and don't let it be changed. */
import { infoOf } from '../../tasks/infos.ts';
import { formatBytes, formatMegapixels, formatPlural } from '../../ui/format.ts';
import type { Prepared } from '../input/prepare.ts';
import { entryOf, LABELS, type Field } from './catalog.ts';
import { ENGINE_WORDS } from './engines.ts';
import type { Options } from './options.ts';
import { slicesInWords } from './slice.ts';

export interface Setting {
  readonly label: string;
  readonly value: string;
}

/** "4 megapixels", "200 files, 210 MB", "1024 × 768 pixels"; empty while it isn't known. */
export function sizeInWords(prepared: Prepared | null): string {
  if (prepared === null) return '';
  const { input, draft } = prepared;
  if (input.kind === 'picture') return formatMegapixels(input.width, input.height);
  if (input.kind === 'files')
    return `${formatPlural(input.files.length, 'file')}, ${formatBytes(input.totalBytes)}`;
  const told = entryOf(draft.task.id).amount?.(draft.params);
  if (told !== undefined) return told;
  if (input.kind === 'data') return input.name;
  if (input.kind === 'photos')
    return `${formatPlural(input.photos.length, 'photo')}, ${formatMegapixels(input.totalBytes / 4, 1)}`;
  const { width, height } = draft.params as { width?: number; height?: number };
  return width === undefined || height === undefined ? '' : `${String(width)} × ${String(height)} pixels`;
}

/** "Blur, 4 megapixels". */
export function jobInWords({ task }: Options, prepared: Prepared | null): string {
  const fitting = prepared?.draft.task.id === task ? prepared : null;
  return [LABELS[task], sizeInWords(fitting)].filter((word) => word !== '').join(', ');
}

function valueOf(field: Field, value: string): string {
  if (field.kind === 'range') return [value, field.unit ?? ''].join(' ').trim();
  if (field.kind === 'text') return `“${value}”`;
  return field.choices.find((choice) => choice.value === value)?.label ?? value;
}

/** Every option with its value, the job's own first. */
export function settings(options: Options, prepared: Prepared | null): Setting[] {
  const { task, workers, runs } = options;
  const { fields } = entryOf(task);
  const fitting = prepared?.draft.task.id === task ? prepared : null;
  const params = infoOf(task).parse({ ...fitting?.params, ...options.params }) as Readonly<
    Record<string, string | number>
  >;
  return [
    { label: 'Task', value: LABELS[task] },
    { label: 'Size', value: sizeInWords(fitting) },
    ...fields.map((field) => ({
      label: field.label,
      value: valueOf(field, String(params[field.name] ?? '')),
    })),
    { label: 'Workers', value: String(workers) },
    { label: 'Chunked', value: slicesInWords(options) },
    { label: 'Yield', value: options.yield },
    { label: 'Engine', value: ENGINE_WORDS[options.engine] },
    { label: 'Rounds', value: String(runs) },
  ];
}
