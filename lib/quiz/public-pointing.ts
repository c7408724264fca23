import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';
import type { PublicFigure } from './public-drawing';
import type { PublicOption } from './public-single-choice';
import { readWhole } from './public-whole';

/** A place in a figure: left, top, width and height in hundredths of it. */
export type Box = [number, number, number, number];

/** A range of the bytes of `dump` (two hexadecimal digits a byte), or one of the places in a figure. */
export type PublicPointing =
  | { kind: 'pointing'; prompt: Localized; dump: string }
  | { kind: 'pointing'; prompt: Localized; figure: PublicFigure; options: (PublicOption & { at: Box })[] };

/** Bytes from 0, `to` included. */
export type PointingResponse = { from: number; to: number } | { choice: string };

/** The rule of reading a range: `:bytes:60`. */
const bytesRule = /^:bytes:(\d+)$/;

export function ruleOfBytes(count: number): string {
  return `:bytes:${count}`;
}

type End = { kind: 'byte'; at: number } | { kind: 'none' | 'unreadable' | 'foreign' };

/** One end of a range, typed or as a number. */
function readEnd(raw: unknown): End {
  if (raw === undefined || raw === '') return { kind: 'none' };
  if (typeof raw === 'number') return Number.isSafeInteger(raw) ? { kind: 'byte', at: raw } : { kind: 'foreign' };
  if (typeof raw !== 'string') return { kind: 'foreign' };
  if (raw.trim() === '') return { kind: 'none' };
  const digits = readWhole(raw);
  return digits === null ? { kind: 'unreadable' } : { kind: 'byte', at: Number(digits) };
}

function readRange(count: number, raw: object): Reading<{ from: number; to: number }> {
  const from = readEnd('from' in raw ? raw.from : undefined);
  const to = readEnd('to' in raw ? raw.to : undefined);
  const last = count - 1;
  if (from.kind === 'foreign' || to.kind === 'foreign')
    return {
      kind: 'wrong-shape',
      field: from.kind === 'foreign' ? 'response.from' : 'response.to',
      expected: `the number of a byte, 0 to ${last}`,
    };
  if (from.kind === 'none' || to.kind === 'none') return { kind: 'incomplete', missing: 'bytes' };
  if (from.kind !== 'byte' || to.kind !== 'byte') return { kind: 'incomplete', missing: 'not-whole' };
  if (Math.max(from.at, to.at) > last || Math.min(from.at, to.at) < 0)
    return { kind: 'incomplete', missing: 'no-such-byte' };
  // Whoever names the last byte first means the same range.
  return { kind: 'complete', response: { from: Math.min(from.at, to.at), to: Math.max(from.at, to.at) } };
}

export const publicPointing = {
  names: (question: PublicPointing) =>
    'dump' in question ? [ruleOfBytes(question.dump.length / 2)] : question.options.map(({ letter }) => letter),

  fromForm(form: FormData): unknown {
    return form.has('from')
      ? { from: form.get('from') ?? '', to: form.get('to') ?? '' }
      : { choice: form.get('choice') ?? '' };
  },

  read(names: readonly string[], raw: object): Reading<PointingResponse> {
    const count = bytesRule.exec(names[0] ?? '')?.[1];
    if (count !== undefined) return readRange(Number(count), raw);
    const choice = 'choice' in raw ? raw.choice : '';
    if (choice === '') return { kind: 'incomplete', missing: 'place' };
    if (typeof choice !== 'string' || !names.includes(choice))
      return { kind: 'wrong-shape', field: 'response.choice', expected: `one of ${names.join(', ')}` };
    return { kind: 'complete', response: { choice } };
  },

  rename(response: PointingResponse, to: (name: string) => string): PointingResponse {
    return 'choice' in response ? { choice: to(response.choice) } : response;
  },
};
