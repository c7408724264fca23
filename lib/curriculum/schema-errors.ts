import type { z } from 'zod';
import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';
import { discriminators, keysOf, literalsOf, schemaAt } from './schema-at';
import type { SourcePlace } from './source-text';

export type KeyPath = readonly PropertyKey[];
export type PlaceOf = (path: KeyPath, what?: 'key' | 'value') => SourcePlace;

export type Checked = {
  readonly file: string;
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  readonly place: PlaceOf;
};

type Issue = z.core.$ZodIssue;
type Letter = Omit<AuthorError, 'file' | 'line' | 'column'>;

/** zod's issues as letters to an author. The words are ours: zod/mini has none, and an author does not know what "invalid input" is. */
export function schemaErrors(issues: readonly Issue[], checked: Checked): AuthorError[] {
  return issues.flatMap((issue) => oneIssue(issue, [], checked));
}

function oneIssue(issue: Issue, above: KeyPath, checked: Checked): AuthorError[] {
  const path = [...above, ...issue.path];
  const at = (letter: Letter, place = checked.place(path)): AuthorError => ({
    file: checked.file,
    ...place,
    ...letter,
  });
  const value = valueAt(checked.value, path);

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => at(unknownKey(key, path, checked), checked.place([...path, key], 'key')));
    case 'invalid_type':
      return value === undefined
        ? [at(missing(path, checked))]
        : [
            at({
              rule: 'wrong-type',
              message: `${named(path)} should be ${kindWords[issue.expected] ?? issue.expected}`,
              found: shown(value),
            }),
          ];
    case 'invalid_value': {
      if (value === undefined) return [at(missing(path, checked))];
      const allowed = issue.values.map(String);
      return [at(notOneOf(named(path), value, allowed))];
    }
    case 'invalid_union':
      return unionErrors(issue, path, checked, at);
    case 'invalid_format':
      return [
        at({
          rule: 'wrong-form',
          message: `${named(path)} has the wrong form`,
          expected: formWords(issue),
          found: shown(value),
        }),
      ];
    case 'too_small':
    case 'too_big':
      return [at({ rule: 'out-of-range', message: `${named(path)} ${sizeWords(issue)}`, found: shown(value) })];
    case 'invalid_key':
      return issue.issues
        .slice(0, 1)
        .map(({ message }) =>
          at(
            { rule: 'wrong-name', message: `${named(path)} cannot be a name here: ${message}`, found: named(path) },
            checked.place(path, 'key'),
          ),
        );
    case 'custom':
      return [at(customLetter(issue, path, value))];
    default:
      return [
        at({ rule: 'wrong-value', message: issue.message || `${named(path)} is not right`, found: shown(value) }),
      ];
  }
}

/** A schema's own words. Where a name is not known, `params` say which was written and which there are. */
function customLetter(issue: Extract<Issue, { code: 'custom' }>, path: KeyPath, value: unknown): Letter {
  const { found, known } = issue.params ?? {};
  const meant = typeof found === 'string' && isNames(known) ? didYouMean(found, known) : undefined;
  return {
    rule: ruleOf(issue.params),
    message: `${issue.message || `${named(path)} is not right`}${meant ? `; did you mean "${meant}"?` : ''}`,
    found: shown(value),
  };
}

function isNames(known: unknown): known is readonly string[] {
  return Array.isArray(known) && known.every((name) => typeof name === 'string');
}

function unionErrors(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: KeyPath,
  checked: Checked,
  at: (letter: Letter) => AuthorError,
): AuthorError[] {
  const key = path.at(-1);
  const discriminator =
    'discriminator' in issue && typeof issue.discriminator === 'string' ? issue.discriminator : undefined;
  if (discriminator !== undefined) {
    const holder = key === discriminator ? path.slice(0, -1) : path;
    const allowed = discriminators(schemaAt(checked.schema, holder, checked.value), discriminator);
    const value = valueAt(checked.value, [...holder, discriminator]);
    if (value === undefined) return [at({ ...missing([...holder, discriminator], checked), expected: oneOf(allowed) })];
    return [at(notOneOf(named([...holder, discriminator]), value, allowed))];
  }
  // The option the author was writing is the one whose mistakes lie deepest inside it.
  const inside = issue.errors.filter((option) =>
    option.every((each) => each.path.length > 0 || each.code === 'unrecognized_keys'),
  );
  const [closest] = [...inside].sort((a, b) => a.length - b.length);
  if (closest) return closest.flatMap((each) => oneIssue(each, path, checked));
  const value = valueAt(checked.value, path);
  const allowed = literalsOf(schemaAt(checked.schema, path, checked.value));
  if (value === undefined) return [at(missing(path, checked))];
  return [at(notOneOf(named(path), value, allowed))];
}

function unknownKey(key: string, path: KeyPath, checked: Checked): Letter {
  const known = keysOf(schemaAt(checked.schema, path, checked.value));
  const meant = didYouMean(key, known);
  return {
    rule: 'unknown-key',
    message: `"${key}" is not a key here${meant ? `; did you mean "${meant}"?` : ''}`,
    ...(known.length > 0 ? { expected: oneOf(known) } : {}),
    found: key,
    ...(meant ? { fix: `${meant}:` } : {}),
  };
}

function missing(path: KeyPath, checked: Checked): Letter {
  const key = String(path.at(-1) ?? '');
  const allowed = literalsOf(schemaAt(checked.schema, path, checked.value));
  return {
    rule: 'missing-key',
    message: path.length === 0 ? 'the file is empty' : `"${key}" is missing`,
    ...(allowed.length > 0 ? { expected: oneOf(allowed) } : {}),
    ...(path.length > 0 ? { fix: `${key}: ${allowed[0] ?? '…'}` } : {}),
  };
}

function notOneOf(name: string, value: unknown, allowed: readonly string[]): Letter {
  const meant = typeof value === 'string' ? didYouMean(value, allowed) : undefined;
  return {
    rule: 'unknown-value',
    message: `${name} cannot be ${shown(value)}${meant ? `; did you mean "${meant}"?` : ''}`,
    ...(allowed.length > 0 ? { expected: oneOf(allowed) } : {}),
    found: shown(value),
    ...(meant ? { fix: meant } : {}),
  };
}

const kindWords: Record<string, string> = {
  string: 'text (in quotes if it looks like a number)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys',
  record: 'a mapping of keys',
};

function formWords(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  // A schema that explains its form does so in its message; zod's own messages begin with "Invalid".
  if (issue.message && !issue.message.startsWith('Invalid')) return issue.message;
  if (issue.format === 'regex' && issue.pattern) return `something like ${issue.pattern}`;
  return issue.format;
}

function sizeWords(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const [limit, bound] = issue.code === 'too_small' ? [issue.minimum, 'at least'] : [issue.maximum, 'at most'];
  if (issue.origin === 'string')
    return limit === 1 && bound === 'at least' ? 'is empty' : `should have ${bound} ${limit} characters`;
  if (issue.origin === 'array') return `should have ${bound} ${limit} ${Number(limit) === 1 ? 'entry' : 'entries'}`;
  return `should be ${bound} ${limit}`;
}

function ruleOf(params: Record<string, unknown> | undefined): string {
  return typeof params?.rule === 'string' ? params.rule : 'wrong-value';
}

function named(path: KeyPath): string {
  const key = path.findLast((part) => typeof part === 'string');
  const index = path.at(-1);
  if (key === undefined) return 'this';
  return typeof index === 'number' ? `entry ${index + 1} of "${String(key)}"` : `"${String(key)}"`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function valueAt(value: unknown, path: KeyPath): unknown {
  let here = value;
  for (const key of path) here = here !== null && typeof here === 'object' ? Reflect.get(here, key) : undefined;
  return here;
}
