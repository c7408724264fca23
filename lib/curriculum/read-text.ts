import type { Locale } from '@/lib/words/locale';
import type { AuthorError } from './author-error';
import { readMdx } from './author-mdx';
import { readYaml } from './author-yaml';
import { frontmatterSchema } from './content-schemas';
import type { LessonText, Placed } from './lesson';
import type { ComponentUse } from './mdx-elements';
import { readingMinutes } from './minutes';
import { placeAtOffset, type SourceText, splitFrontmatter, startOfFile } from './source-text';

/** A text that was read alone, before it is known what the lesson around it holds. */
export type LoneText = {
  readonly text: Omit<LessonText, 'isStale'>;
  readonly uses: readonly ComponentUse[];
  readonly headingLines: readonly number[];
  /** Whether nothing is wrong with it alone: only then is it worth comparing. */
  readonly isSound: boolean;
};

export type ReadText = { readonly read: LoneText | undefined; readonly errors: readonly AuthorError[] };

/** Who saves one language of a lesson reads the other again: its text is the same, and so is what was read of it. */
const READ_BEFORE = 8;
const before = new Map<string, { text: string; read: ReadText }>();

/** Reads `en.mdx`, or gives what was read of the same words a moment ago. */
export function readText(source: SourceText, locale: Locale): ReadText {
  const known = before.get(source.file);
  if (known?.text === source.text && !source.fault) return known.read;
  const read = readWords(source, locale);
  before.delete(source.file);
  before.set(source.file, { text: source.text, read });
  for (const file of before.keys()) {
    if (before.size <= READ_BEFORE) break;
    before.delete(file);
  }
  return read;
}

/** Frontmatter by our own YAML reader (never by MDX), then the words. */
function readWords(source: SourceText, locale: Locale): ReadText {
  if (source.fault) return { read: undefined, errors: [source.fault] };
  const { frontmatter, body } = splitFrontmatter(source.text);
  if (frontmatter === undefined) return { read: undefined, errors: [missingFrontmatter(source)] };

  const head = readYaml({ file: source.file, text: frontmatter }, frontmatterSchema);
  const shift = source.text.length - body.length;
  const words = readMdx({ file: source.file, text: body }, shift);
  // The frontmatter was read with its first line empty.
  const headShift = source.text.indexOf('\n');
  const errors = [...head.errors.map((error) => shifted(error, headShift)), ...words.errors];
  if (!head.value) return { read: undefined, errors };
  const { title, lede, from } = head.value;
  const places = words.uses.flatMap(placed);
  const { headings, headingLines, prose, uses } = words;
  const links = words.links.map((link) => ({ ...link, offset: link.offset + shift }));
  return {
    read: {
      text: {
        locale,
        file: source.file,
        title,
        lede,
        from,
        body,
        headings,
        links,
        places,
        readingMinutes: readingMinutes(prose),
        ...(errors.length > 0 ? { hasFaults: true } : {}),
      },
      uses,
      headingLines,
      isSound: errors.length === 0,
    },
    errors,
  };
}

/** No frontmatter where it should be: never ended, further down, or not written. */
function missingFrontmatter({ file, text }: SourceText): AuthorError {
  const form = '---\ntitle: …\nlede: …\n---';
  if (/^---[ \t]*\n/.test(text))
    return {
      file,
      ...startOfFile,
      rule: 'frontmatter-open',
      message: 'the "---" of the first line is never answered by a second one',
      expected: form,
      found: text.split('\n', 3).join(' ⏎ '),
    };
  const later = /^---[ \t]*\n(?=(?:title|lede):)/m.exec(text);
  if (later && /\n---[ \t]*(\n|$)/.test(text.slice(later.index + 3))) {
    const isOnlySpace = text.slice(0, later.index).trim() === '';
    return {
      file,
      ...placeAtOffset(text, later.index),
      rule: 'frontmatter-place',
      message: 'title and lede are the very first of the file',
      expected: form,
      found: text.slice(0, later.index).trim().split('\n')[0] || 'empty lines before them',
      ...(isOnlySpace ? { edit: { from: 0, to: later.index, text: '' } } : {}),
    };
  }
  return {
    file,
    ...startOfFile,
    rule: 'frontmatter',
    message: 'the file should begin with its title and lede',
    fix: form,
  };
}

function shifted({ edit, ...error }: AuthorError, by: number): AuthorError {
  return edit ? { ...error, edit: { from: edit.from + by, to: edit.to + by, text: edit.text } } : error;
}

function placed({ component, props }: ComponentUse): Placed[] {
  if (component === 'Lab') return [{ component, id: props.run ?? '' }];
  if (component === 'Quiz' || component === 'Task') return [{ component, id: props.id ?? '' }];
  return [];
}
