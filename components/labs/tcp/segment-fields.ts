import { type TcpAction, tcpActionSchema } from '@/lib/labs/tcp/action';
import { flags } from '@/lib/labs/tcp/segment';

/** What a learner writes into the form for a segment, as it stands in the fields; a box that is ticked is `on`. */
export type WrittenSegment = Readonly<Record<string, string | undefined>>;

/** The fields whose contents can be wrong. */
export const checkedFields = [
  'seq',
  'ack',
  'sourcePort',
  'destinationPort',
  'window',
  'urgent',
  'checksum',
  'options',
  'text',
  'hex',
] as const;
export type CheckedField = (typeof checkedFields)[number];

export type ReadSegment =
  | { readonly kind: 'action'; readonly action: TcpAction }
  | { readonly kind: 'faults'; readonly fields: readonly CheckedField[] };

/** The action a form asks for, or which of its fields cannot be read. Numbers may be written in decimal or, after 0x, in hexadecimal. */
export function readSegmentForm(kind: 'forge' | 'craft', written: WrittenSegment): ReadSegment {
  const number = (name: string) => {
    const text = written[name]?.trim() ?? '';
    return text === '' ? undefined : numberOf(text);
  };
  const given = (name: string) => (written[name] ? written[name] : undefined);
  const common = {
    kind,
    to: written.to,
    flags: flags.filter((flag) => written[flag] === 'on'),
    seq: number('seq') ?? Number.NaN,
    ack: number('ack'),
    text: written.dataAs === 'hex' ? undefined : given('text'),
  };
  const more = {
    stranger: written.sender === 'stranger' ? true : undefined,
    sourcePort: number('sourcePort'),
    destinationPort: number('destinationPort'),
    window: number('window'),
    urgent: number('urgent'),
    checksum: written.sum === 'own' ? hexWord(written.checksum ?? '') : 'right',
    options: given('options'),
    hex: written.dataAs === 'hex' ? given('text') : undefined,
  };
  const read = tcpActionSchema.safeParse(withoutBlanks(kind === 'craft' ? { ...common, ...more } : common));
  if (read.success) return { kind: 'action', action: read.data };
  const named = read.error.issues.map(({ path: [name] }) => (name === 'hex' ? 'text' : name));
  return { kind: 'faults', fields: checkedFields.filter((field) => named.includes(field)) };
}

/** What is left out is not `undefined` to a strict schema: it is not there. */
function withoutBlanks(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined));
}

function numberOf(text: string): number {
  return /^(\d{1,10}|0x[0-9a-f]{1,8})$/i.test(text) ? Number(text) : Number.NaN;
}

/** Four hexadecimal digits, with or without 0x: as checksums are written. */
function hexWord(text: string): number {
  const digits = text.trim().replace(/^0x/i, '');
  return /^[0-9a-f]{1,4}$/i.test(digits) ? Number.parseInt(digits, 16) : Number.NaN;
}
