import { z } from 'zod';
import { bytesOfRecord, bytesOfSegment } from '@/lib/labs/shown-bytes';
import { altSchema } from './drawing-schema';
import { accepts, type Pointing, pointingSchema, regionsSchema } from './kinds/pointing';
import { localizedMarkdown } from './localized-markdown';
import { idSchema, questionBase } from './question-base';
import type { Around, Fault, Resolved } from './written-question';

const byte = z.int().min(0);
const fieldCode = z.string().regex(/^[a-z]+(\.[A-Za-z_-]+)+$/, 'a field of the lab, like tcp.seq');

/** Bytes by number, the last one included; or by the lab's name of a field. */
const rangeShape = { from: byte.optional(), to: byte.optional(), field: fieldCode.optional() };
type WrittenRange = { from?: number | undefined; to?: number | undefined; field?: string | undefined };

const isRange = ({ from, to, field }: WrittenRange) =>
  field === undefined ? from !== undefined && to !== undefined && from <= to : from === undefined && to === undefined;
const rangeWords = 'name the bytes, { from: 24, to: 27 }, or the field they are, { field: tcp.seq }';

const mostBytes = 512;

export const writtenPointingSchema = z
  .strictObject({
    ...questionBase,
    kind: z.literal('pointing'),
    /** Bytes as hexadecimal text, or those of a segment or a TLS record of a run: real ones. */
    dump: z
      .strictObject({
        hex: z
          .string()
          .regex(/^\s*([0-9a-fA-F]{2}\s*)+$/, 'hexadecimal, two digits a byte: "c0 f4 01 bb"')
          .optional(),
        run: idSchema.optional(),
        segment: z.int().min(0).optional(),
        record: z.int().min(0).optional(),
      })
      .refine(
        ({ hex, run, segment, record }) =>
          [segment, record].filter((number) => number !== undefined).length === (run === undefined ? 0 : 1) &&
          (hex === undefined) === (run !== undefined),
        'either hex: "…", or a run and one of its segments, { run: open, segment: 2 }, or of its TLS records, { run: hello, record: 0 }',
      )
      .optional(),
    range: z.strictObject(rangeShape).refine(isRange, rangeWords).optional(),
    accept: z.enum(accepts).optional(),
    spare: z.int().min(1).max(256).optional(),
    near: localizedMarkdown.optional(),
    mistakes: z
      .array(z.strictObject({ ...rangeShape, feedback: localizedMarkdown }).refine(isRange, rangeWords))
      .max(20)
      .optional(),
    /** A file of figures/, and the places in it. */
    figure: z.strictObject({ src: z.string(), alt: altSchema }).optional(),
    regions: regionsSchema.optional(),
  })
  .refine(
    ({ dump, range, figure, regions }) =>
      dump !== undefined
        ? range !== undefined && !figure && !regions
        : figure !== undefined && regions !== undefined && !range,
    'ask for a range of bytes (dump and range) or for a place in a figure (figure and regions)',
  )
  .refine(
    ({ dump, accept, spare, near, mistakes }) =>
      dump !== undefined || (accept ?? spare ?? near ?? mistakes) === undefined,
    'accept, spare, near and mistakes are for bytes; a place in a figure has its own feedback',
  );

type Written = z.infer<typeof writtenPointingSchema>;

/** Puts the bytes or the figure themselves in the place of what names them. */
export function resolvePointing(written: Written, around: Around): Resolved<Pointing> {
  const { dump, range, accept, spare, near, mistakes, figure, regions, ...base } = written;
  if (figure && regions) {
    const found = around.figure(figure.src, figure.alt);
    if (!found) return fault(['figure', 'src'], `figures/ has no drawing or picture "${figure.src}"`, around.figures);
    return { question: pointingSchema.parse({ ...base, target: { in: 'figure', figure: found, regions } }) };
  }
  const bytes = dump && bytesOf(dump, around);
  if (!bytes || 'faults' in bytes) return bytes ?? { faults: [] };
  const faults: Fault[] = [];
  const placed = (wanted: WrittenRange, path: Fault['path']) => {
    const { from, to } = wanted;
    if (from !== undefined && to !== undefined) {
      if (to >= bytes.hex.length / 2)
        faults.push({
          path,
          rule: 'pointing-range',
          message: `the bytes end at ${bytes.hex.length / 2 - 1}`,
          expected: `0 to ${bytes.hex.length / 2 - 1}`,
          found: String(to),
        });
      return { from, to };
    }
    const field = bytes.fields.find(({ field }) => field === wanted.field);
    if (!field) {
      const known = [...new Set(bytes.fields.map(({ field }) => field))].join(', ');
      faults.push({
        path: [...path, 'field'],
        message: `these bytes have no field "${wanted.field}"`,
        expected: known ? `one of ${known}` : 'bytes of a run, { run: open, segment: 2 }: only those know their fields',
        found: wanted.field ?? '',
      });
      return { from: 0, to: 0 };
    }
    return { from: field.from, to: field.to - 1 };
  };
  const key = placed(range ?? {}, ['range']);
  const told = (mistakes ?? []).map((mistake, at) => ({
    ...placed(mistake, ['mistakes', at]),
    feedback: mistake.feedback,
  }));
  if (faults.length > 0) return { faults };
  const target = { in: 'bytes', hex: bytes.hex, ...key, accept, spare, near, mistakes: told };
  return { question: pointingSchema.parse({ ...base, target }) };
}

type Bytes = { hex: string; fields: readonly { field: string; from: number; to: number }[] };

function bytesOf(
  { hex, run, segment, record }: NonNullable<Written['dump']>,
  around: Around,
): Bytes | { faults: Fault[] } {
  if (hex !== undefined) {
    const plain = hex.replace(/\s/g, '').toLowerCase();
    if (plain.length / 2 > mostBytes)
      return fault(['dump', 'hex'], `at most ${mostBytes} bytes are to be looked through`);
    return { hex: plain, fields: [] };
  }
  const named = around.runs.find(({ id }) => id === run);
  if (!named)
    return fault(
      ['dump', 'run'],
      `the lesson has no run "${run}"`,
      around.runs.map(({ id }) => id),
    );
  const what = record === undefined ? 'segment' : 'record';
  const number = record ?? segment ?? 0;
  const shown = record === undefined ? bytesOfSegment(named, number) : bytesOfRecord(named, number);
  if (!shown) return fault(['dump', what], `the run "${run}" has no ${what} ${number}; they are counted from 0`);
  if (shown.bytes.length > mostBytes)
    return fault(['dump', what], `at most ${mostBytes} bytes are to be looked through`);
  return { hex: Array.from(shown.bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''), fields: shown.map };
}

function fault(path: Fault['path'], message: string, known: readonly string[] = []): { faults: Fault[] } {
  return { faults: [{ path, message, ...(known.length > 0 ? { expected: `one of ${known.join(', ')}` } : {}) }] };
}
