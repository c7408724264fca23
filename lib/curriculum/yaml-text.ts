import { stringify } from 'yaml';

/** How long a list or a mapping on one line may be. */
const lineLength = 110;

/** YAML as an author writes it by hand: what is short stands on one line, in braces or brackets; no line is folded. */
export function yamlText(value: unknown): string {
  return `${block(value, '')}\n`;
}

function block(value: unknown, indent: string): string {
  if (Array.isArray(value)) return value.map((each: unknown) => `${indent}- ${entry(each, `${indent}  `)}`).join('\n');
  return Object.entries(Object(value))
    .map(([key, inside]) => `${indent}${scalar(key)}:${afterKey(inside, `${indent}  `)}`)
    .join('\n');
}

/** What stands behind a dash: on its line when it is short, else its first key does. */
function entry(value: unknown, indent: string): string {
  const line = flow(value);
  return isShort(value, line) ? line : block(value, indent).slice(indent.length);
}

function afterKey(value: unknown, indent: string): string {
  const line = flow(value);
  return isShort(value, line) ? ` ${line}` : `\n${block(value, indent)}`;
}

function isShort(value: unknown, line: string): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (line.length > lineLength) return false;
  // A list of mappings reads better with a line for each, and so does a mapping with more than texts and one level below.
  return Array.isArray(value)
    ? value.every(isText)
    : Object.values(value).every((each) => isText(each) || isFlat(each));
}

function isText(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

function isFlat(value: unknown): boolean {
  return Object.values(Object(value)).every(isText);
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isText(value)) return scalar(value);
  const entries = Object.entries(Object(value)).map(([key, inside]) => `${scalar(key)}: ${flow(inside)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** On one line, and in quotes where a comma or a brace would be read as YAML's own. */
function scalar(value: unknown): string {
  if (typeof value === 'string' && /[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)) return JSON.stringify(value);
  return stringify([value], { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
    .trimEnd()
    .slice(1, -1);
}
