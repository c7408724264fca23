import { isUuid } from '@/lib/classes/class-for';

type Asked = Readonly<Record<string, string | string[] | undefined>>;

/** What an address says under a name: its first, '' when it says nothing. */
export function askedText(asked: Asked, name: string): string {
  const value = asked[name];
  return (Array.isArray(value) ? value[0] : value)?.slice(0, 300) ?? '';
}

/** `2026-11-24T03:00:00.000Z_4f…`: after which entry a page begins. Undefined for anything else. */
export function readAfter(text: string): { at: Date; id: string } | undefined {
  const [time = '', id] = text.split('_');
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(time) ? new Date(time) : new Date(Number.NaN);
  return isUuid(id) && !Number.isNaN(at.getTime()) ? { at, id } : undefined;
}

export function writeAfter({ at, id }: { at: Date; id: string }): string {
  return `${at.toISOString()}_${id}`;
}

/** `?q=ada&role=admin`: what is empty is left out. */
export function queryOf(asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
