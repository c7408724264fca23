import { randomUUID } from 'node:crypto';
import type { Cast, Named } from './cast';

/** Which ids an address is asked with: its own, or one of them (by what it names) another class's, made up, or no id at all. */
type Parameter = { readonly name: string; readonly of: keyof Named | 'text' };

/** What stands in an address, route by route: `[id]` is a class here and an attempt there. */
const named: readonly (readonly [RegExp, Readonly<Record<string, keyof Named | string>>])[] = [
  [/\/(?:teach\/classes|api\/classes)\/\[id\]/, { id: 'class' }],
  [/\/attempts\/\[id\]/, { id: 'attempt' }],
  [/\/sittings\/\[id\]/, { id: 'sitting' }],
  [/\/admin\/people\/\[id\]/, { id: 'learner' }],
];

/** The rest is the same everywhere; a text in quotation marks stands as it is. */
const always: Readonly<Record<string, string>> = {
  locale: '"en"',
  classId: 'class',
  learnerId: 'learner',
  attemptId: 'attempt',
  aid: 'assignment',
  importId: 'import',
  slug: 'question',
  reportId: '"00000000-0000-4000-8000-000000000000"',
  id: '"00000000-0000-4000-8000-000000000000"',
  path: '"tcp-tls"',
  lesson: '"tcp-first-look"',
  item: '"which-limit"',
  token: '"no-such-token"',
  code: '"ABCDEFGH"',
  ticket: '"no-such-ticket"',
  kid: '"no-such-key"',
  name: '"mark.png"',
  group: '"0"',
  nextauth: '"session"',
};

/** `file` is chosen by whoever knows the folder. */
const files: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/classes\//, 'gradebook.csv'],
  [/^\/api\/assignments\/calendar\//, 'no-such-calendar.ics'],
  [/^\/figures\//, 'no-such-figure.svg'],
];

function parametersOf(route: string): Parameter[] {
  const own = Object.assign({}, always, ...named.filter(([pattern]) => pattern.test(route)).map(([, names]) => names));
  return [...route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => {
    const meaning = String(own[name] ?? '""');
    return { name, of: meaning.startsWith('"') ? 'text' : isNamed(meaning) ? meaning : 'text' };
  });
}

function isNamed(text: string): text is keyof Named {
  return ['class', 'learner', 'attempt', 'assignment', 'import', 'sitting', 'question'].includes(text);
}

const kindsOfId = ['other', 'random', 'malformed'] as const;

/** The sets of ids a way is asked with. */
export function idSets(route: string): string[] {
  const things = [...new Set(parametersOf(route).flatMap(({ of }) => (of === 'text' ? [] : [of])))];
  return ['', ...things.flatMap((thing) => kindsOfId.map((kind) => `${thing}: ${kind}`))];
}

/** A value for something that ids name, under a set of ids. */
export function idUnder(thing: keyof Named, ids: string, { own, other }: Cast): string {
  const [asked, kind] = ids.split(': ');
  if (asked !== thing) return own[thing];
  if (kind === 'other') return other[thing];
  return kind === 'random' ? randomUUID() : '%27%20OR%201%3D1--';
}

/** The address of a route under a set of ids. */
export function addressOf(route: string, ids: string, cast: Cast): string {
  const own = Object.assign({}, always, ...named.filter(([pattern]) => pattern.test(route)).map(([, names]) => names));
  const file = files.find(([pattern]) => pattern.test(route))?.[1] ?? 'no-such-file';
  return route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
    if (name === 'file') return file;
    const meaning = String(own[name] ?? '""');
    return isNamed(meaning) ? idUnder(meaning, ids, cast) : meaning.replaceAll('"', '');
  });
}

/** The page from which an action is called: the one in its folder, or the nearest above. */
export function pageOfAction(file: string): string {
  const folder = file.replace(/^app/, '').replace(/\/actions\.ts$/, '');
  // Actions without a page of their own stand on the one above them.
  return folder
    .replace(/\/assignments\/questions$/, '/assignments')
    .replace(/\/roster\/import\/\[importId\]$/, '/roster/import');
}
