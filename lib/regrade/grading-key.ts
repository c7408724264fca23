import type { SecretForm } from '@/lib/attempts/known-version';

/** Words beside a key: they explain a grade and change none. */
const words = new Set(['explanation', 'feedback', 'hints', 'prompt', 'title', 'minutes', 'objective', 'use', 'moved']);

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** What of a secret form decides a grade. */
function gradingPart(form: SecretForm): Json {
  const whole: Json = JSON.parse(JSON.stringify(form.kind === 'question' ? form.question : form.task));
  return withoutWords(whole);
}

function withoutWords(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutWords);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (words.has(key) ? [] : [[key, withoutWords(part)]])),
  );
}

/**
 * In what two keys differ, for people: `options.next.right: true → absent`. Empty when they grade alike: only words beside the key were edited.
 */
export function keyChanges(before: SecretForm, after: SecretForm): string[] {
  return differences('', gradingPart(before), gradingPart(after));
}

function differences(path: string, before: Json | undefined, after: Json | undefined): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [one, other] = [membersOf(before), membersOf(after)];
  if (!one || !other) return [`${path || 'all'}: ${shown(before)} → ${shown(after)}`];
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const found = keys.flatMap((key) => differences(path ? `${path}.${key}` : key, one.get(key), other.get(key)));
  // The same parts in another order: of an ordering that is the key.
  return found.length > 0
    ? found
    : [`${path || 'all'}: ${[...one.keys()].join(', ')} → ${[...other.keys()].join(', ')}`];
}

/** Parts by name; those of a list by their id, so that one more option does not look like all of them changed. */
function membersOf(value: Json | undefined): Map<string, Json> | undefined {
  if (Array.isArray(value)) return new Map(value.map((part, at) => [idOf(part) ?? String(at + 1), part]));
  return isObject(value) ? new Map(Object.entries(value)) : undefined;
}

function idOf(part: Json): string | undefined {
  return isObject(part) && typeof part.id === 'string' ? part.id : undefined;
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function shown(value: Json | undefined): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
