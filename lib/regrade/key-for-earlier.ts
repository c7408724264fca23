import { publicFormOf, readSecretForm, type SecretForm } from '@/lib/attempts/known-version';
import { keyDigest, versionOf } from '@/lib/quiz/question-version';

/**
 * Today's key laid over an earlier wording. Of a question: the earlier one with everything of today's that was not shown, so that it still
 * looks as it did to who answered it. Of a task: today's, when it begins alike, so that an old log means the same. Undefined when
 * they cannot be compared.
 */
export function keyForEarlier(earlier: SecretForm, now: SecretForm): SecretForm | undefined {
  if (earlier.kind === 'task') return now.kind === 'task' && beginAlike(earlier.task, now.task) ? now : undefined;
  if (now.kind !== 'question' || now.question.kind !== earlier.question.kind) return undefined;
  const shown = versionOf(publicFormOf(earlier));
  const isAsShown = (question: unknown) => {
    const form = readForm(question);
    return form !== undefined && versionOf(publicFormOf(form)) === shown;
  };
  return readForm(laidOver(earlier.question, now.question, isAsShown));
}

type Startable = { lab: string; setup: unknown; seed: number; given: unknown };

function beginAlike(one: Startable, other: Startable): boolean {
  const start = ({ lab, setup, seed, given }: Startable) => keyDigest({ lab, setup, seed, given });
  return start(one) === start(other);
}

function readForm(question: unknown): SecretForm | undefined {
  try {
    return readSecretForm({ question });
  } catch {
    return undefined;
  }
}

/**
 * `earlier` with everything of `now` that does not show. Words are tried one by one: what shows stays as it was. The rest is taken together,
 * because a key is often sound only as a whole (`right` moves from one option to another); undefined when some of that shows.
 */
function laidOver(earlier: object, now: object, isAsShown: (question: unknown) => boolean): unknown {
  const changes = leafChanges(earlier, now, []);
  const words = changes.filter(({ isKey }) => !isKey);
  const laid = words.reduce<unknown>((before, change) => {
    const tried = withChange(before, change);
    return isAsShown(tried) ? tried : before;
  }, earlier);
  const whole = changes.filter(({ isKey }) => isKey).reduce<unknown>(withChange, laid);
  return isAsShown(whole) ? whole : undefined;
}

/** What a question is called: another name once it has moved, and the earlier wording keeps its own. */
const names = new Set(['id', 'moved']);

type Change = { path: readonly (string | number)[]; value: unknown; isKey: boolean };

/** Texts that are shown in any case. */
const shownWords = new Set(['prompt', 'text', 'en', 'zh']);

function leafChanges(before: unknown, after: unknown, path: readonly (string | number)[]): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const last = path.at(-1);
  const isWord = typeof last === 'string' && shownWords.has(last);
  if (isList(before) && isList(after)) {
    const matched = byId(before, after);
    if (matched) return matched.flatMap(([at, other]) => leafChanges(before[at], other, [...path, at]));
  } else if (isObject(before) && isObject(after) && !isWord) {
    const all = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    const keys = path.length === 0 ? all.filter((key) => !names.has(key)) : all;
    return keys.flatMap((key) => leafChanges(before[key], after[key], [...path, key]));
  }
  return [{ path, value: after, isKey: !isWord && last !== 'objective' && last !== 'use' }];
}

/** Places of the earlier list with what is called the same now; undefined when the two do not hold the same ids. */
function byId(before: readonly unknown[], after: readonly unknown[]): [number, unknown][] | undefined {
  const now = new Map(after.map((part) => [idOf(part), part]));
  const ids = before.map(idOf);
  if (ids.includes(undefined) || now.has(undefined) || now.size !== new Set(ids).size) return undefined;
  if (!ids.every((id) => now.has(id))) return undefined;
  return ids.map((id, at) => [at, now.get(id)]);
}

function idOf(part: unknown): string | undefined {
  return isObject(part) && typeof part.id === 'string' ? part.id : undefined;
}

function withChange(whole: unknown, { path, value }: Change): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (isList(whole))
    return whole.map((part, at) => (at === key ? withChange(part, { path: rest, value, isKey: false }) : part));
  if (!isObject(whole)) return whole;
  const { [key]: part, ...others } = whole;
  const changed = withChange(part, { path: rest, value, isKey: false });
  return changed === undefined ? others : { ...others, [key]: changed };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
