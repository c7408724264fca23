import type { FieldForm, PredictedFrom } from '@/lib/labs/prediction';
import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';
import { readWhole } from './public-whole';

/** A field to fill in: a code of the lab, and how it is said. */
export type PublicField = { name: string; form: FieldForm };

/** `from`: what has happened so far, to be drawn above the fields. */
export type PublicPrediction = {
  kind: 'prediction';
  prompt: Localized;
  ask: string;
  from: PredictedFrom;
  fields: PublicField[];
};

/** What was said to each field: a whole number without marks, a name, or several names in the order of the form. */
export type PredictionResponse = { fields: Record<string, string> };

/** The name of a field's inputs, before its code. */
export const fieldInput = 'field-';

/** A field as a rule of reading: `:whole:seq`, `:one:client:CLOSED|LISTEN`. */
export function ruleOfField({ name, form }: PublicField): string {
  return form.kind === 'whole' ? `:whole:${name}` : `:${form.kind}:${name}:${form.of.join('|')}`;
}

function fieldOfRule(rule: string): PublicField | undefined {
  const [, kind, name, of = ''] = rule.split(':');
  if (!name) return undefined;
  if (kind === 'whole') return { name, form: { kind } };
  return kind === 'one' || kind === 'some' ? { name, form: { kind, of: of.split('|') } } : undefined;
}

type ReadField = { kind: 'said'; text: string } | { kind: 'unsaid' } | { kind: 'unreadable' } | { kind: 'foreign' };

/** One field as it was sent: text, or a list of names where several may be said. */
function readField({ form }: PublicField, raw: unknown): ReadField {
  const given: unknown[] = Array.isArray(raw) ? raw : raw === undefined ? [] : [raw];
  const most = form.kind === 'some' ? form.of.length : 1;
  if (given.length > most || !given.every((part) => typeof part === 'string')) return { kind: 'foreign' };
  const said = given.flatMap((part) => (form.kind === 'some' ? part.split(' ') : [part])).filter((part) => part !== '');
  if (said.length === 0) return { kind: 'unsaid' };
  if (form.kind === 'whole') {
    const number = readWhole(said[0] ?? '');
    return number === null ? { kind: 'unreadable' } : { kind: 'said', text: number };
  }
  if (said.some((name) => !form.of.includes(name))) return { kind: 'foreign' };
  return { kind: 'said', text: form.of.filter((name) => said.includes(name)).join(' ') };
}

export const publicPrediction = {
  names: (question: PublicPrediction) => question.fields.map(ruleOfField),

  fromForm(form: FormData): unknown {
    const fields: Record<string, FormDataEntryValue[]> = {};
    for (const [name, value] of form) {
      if (!name.startsWith(fieldInput)) continue;
      const code = name.slice(fieldInput.length);
      fields[code] = [...(fields[code] ?? []), value];
    }
    return { fields };
  },

  read(names: readonly string[], raw: object): Reading<PredictionResponse> {
    const asked = names.flatMap((name) => fieldOfRule(name) ?? []);
    const wrong = (field: string, expected: string) => ({ kind: 'wrong-shape', field, expected }) as const;
    const all = asked.map(({ name }) => name).join(', ');
    const sent: unknown = 'fields' in raw ? raw.fields : {};
    if (sent === null || typeof sent !== 'object' || Array.isArray(sent))
      return wrong('response.fields', `what is said to each of ${all}`);
    const foreign = Object.keys(sent).find((name) => !asked.some((field) => field.name === name));
    if (foreign !== undefined) return wrong(`response.fields.${foreign.slice(0, 64)}`, `only ${all}`);
    const said: [string, string][] = [];
    let isUnreadable = false;
    for (const field of asked) {
      const read = readField(field, Object.hasOwn(sent, field.name) ? Reflect.get(sent, field.name) : undefined);
      if (read.kind === 'foreign') return wrong(`response.fields.${field.name}`, expectedOf(field));
      if (read.kind === 'unreadable') isUnreadable = true;
      if (read.kind === 'said') said.push([field.name, read.text]);
    }
    if (isUnreadable) return { kind: 'incomplete', missing: 'not-whole' };
    if (said.length < asked.length) return { kind: 'incomplete', missing: 'fields' };
    return { kind: 'complete', response: { fields: Object.fromEntries(said) } };
  },

  rename(response: PredictionResponse): PredictionResponse {
    return response;
  },
};

function expectedOf({ form }: PublicField): string {
  if (form.kind === 'whole') return 'a whole number as it was typed';
  return form.kind === 'one' ? `one of ${form.of.join(', ')}` : `some of ${form.of.join(', ')}`;
}
