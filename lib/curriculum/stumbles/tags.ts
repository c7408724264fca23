import { didYouMean } from '../did-you-mean';
import { isLessonComponent, lessonComponents } from '../lesson-components-schema';
import { htmlNames, voidNames } from './html-names';
import { isEscaped, lineWith, type Stumble } from './stumble';
import { type WrittenTag, writtenTag } from './written-tag';

export type Tags = { readonly tags: readonly WrittenTag[]; readonly stumbles: readonly Stumble[] };

/** Every tag of the words, and every `<` that is none. */
export function tagsIn(text: string, words: string): Tags {
  const tags: WrittenTag[] = [];
  const stumbles: Stumble[] = [];
  const closings = new Set([...words.matchAll(/<\/([A-Za-z_$][\w.:-]*)/g)].map(([, name = '']) => name));
  for (let at = words.indexOf('<'); at >= 0; at = words.indexOf('<', at + 1)) {
    if (isEscaped(words, at)) continue;
    const address = /^<((?:https?:\/\/|mailto:)[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/.exec(
      words.slice(at, at + 2_000),
    );
    if (address) {
      stumbles.push(autolink(text, at, address[1] ?? ''));
      at += address[0].length - 1;
      continue;
    }
    const next = words[at + 1];
    // MDX leaves a "<" before a space alone.
    if (next === undefined || /\s/.test(next)) continue;
    const tag = next === '>' ? undefined : writtenTag(text, at);
    if (next !== '>' && (!tag || isPlaceholder(tag, closings))) {
      stumbles.push(plain(text, at));
      continue;
    }
    if (!tag) continue;
    tags.push(tag);
    stumbles.push(...tagStumbles(text, tag));
    at = tag.to - 1;
  }
  return { tags, stumbles };
}

/** `<your-name>`, `List<String>`: what stands for something is not a component. */
function isPlaceholder({ kind, name, attributes }: WrittenTag, closings: ReadonlySet<string>): boolean {
  if (kind !== 'open' || closings.has(name) || isLessonComponent(name) || htmlNames.has(name.toLowerCase()))
    return false;
  if (didYouMean(name, Object.keys(lessonComponents)) !== undefined) return false;
  return attributes.every(({ quotes }) => quotes === 'absent');
}

function plain(text: string, at: number): Stumble {
  const edit = { from: at, to: at, text: '\\' };
  return {
    at,
    rule: 'plain-less-than',
    message: 'a "<" begins a component; a plain one is written "\\<"',
    found: text.slice(at, at + 12).split('\n')[0] ?? '<',
    fix: lineWith(text, edit),
    edit,
  };
}

function autolink(text: string, at: number, address: string): Stumble {
  const href = address.includes('@') && !address.startsWith('mailto:') ? `mailto:${address}` : address;
  const edit = { from: at, to: at + address.length + 2, text: `[${address}](${href})` };
  return {
    at,
    rule: 'autolink',
    message: 'MDX has no <address> links: "<" begins a component',
    found: text.slice(at, edit.to),
    fix: edit.text,
    edit,
  };
}

function tagStumbles(text: string, tag: WrittenTag): Stumble[] {
  const stumbles: Stumble[] = [];
  const seen = new Set<string>();
  for (const { name, from, to, quotes, value, valueFrom } of tag.attributes) {
    if (name !== '' && seen.has(name))
      stumbles.push({
        at: from,
        rule: 'duplicate-prop',
        message: `<${tag.name}> has "${name}" twice; only the last would count`,
        found: text.slice(from, to),
      });
    seen.add(name);
    const plain = quotes === 'braces' ? /^\s*(["'`])([^"'`\\\n$]*)\1\s*$/.exec(value)?.[2] : undefined;
    if (plain !== undefined)
      stumbles.push({
        at: valueFrom,
        rule: 'prop-braces',
        message: 'a plain value needs no braces',
        found: text.slice(from, to),
        fix: `${name}="${plain}"`,
        edit: { from: valueFrom, to, text: `"${plain}"` },
      });
    if (quotes !== 'typographic' && quotes !== 'none') continue;
    const edit = { from: valueFrom, to, text: `"${value}"` };
    stumbles.push({
      at: valueFrom,
      ...(quotes === 'typographic'
        ? { rule: 'smart-quotes', message: 'the value of a property stands in straight quotes, "…"' }
        : { rule: 'unquoted-prop', message: 'the value of a property stands in quotes, "…"' }),
      found: text.slice(from, to),
      fix: `${name}="${value}"`,
      edit,
    });
  }
  if (tag.kind === 'open' && voidNames.has(tag.name)) {
    const edit = { from: tag.to - 1, to: tag.to - 1, text: ' /' };
    const isOurs = isLessonComponent(tag.name);
    // One that is not a component is told as that; it is closed only so that the rest can be read.
    stumbles.push({
      at: tag.from,
      rule: isOurs ? 'void-tag' : '',
      message: `<${tag.name}> has nothing inside, so MDX wants it closed at once`,
      found: text.slice(tag.from, tag.to),
      fix: `<${tag.name} />`,
      ...(isOurs ? { edit } : { repair: edit }),
    });
  }
  return stumbles;
}
