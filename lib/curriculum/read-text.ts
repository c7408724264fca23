import { createHash } from 'node:crypto';
import type { Locale } from '@/lib/words/locale';
import type { AuthorError } from './author-error';
import { readMdx } from './author-mdx';
import { readYaml } from './author-yaml';
import { frontmatterSchema } from './content-schemas';
import type { LessonText, Placed } from './lesson';
import type { ComponentUse } from './mdx-elements';
import { readingMinutes } from './minutes';
import { type SourceText, splitFrontmatter, startOfFile } from './source-text';

/** A text that was read alone, before it is known what the lesson around it holds. */
export type LoneText = {
  readonly text: Omit<LessonText, 'isStale'>;
  readonly uses: readonly ComponentUse[];
  readonly headingLines: readonly number[];
  /** Whether nothing is wrong with it alone: only then is it worth comparing. */
  readonly isSound: boolean;
};

export type ReadText = { readonly read: LoneText | undefined; readonly errors: readonly AuthorError[] };

/** Reads `en.mdx`: frontmatter by our own YAML reader (never by MDX), then the words. */
export function readText(source: SourceText, locale: Locale): ReadText {
  const { frontmatter, body } = splitFrontmatter(source.text);
  if (frontmatter === undefined)
    return {
      read: undefined,
      errors: [
        {
          file: source.file,
          ...startOfFile,
          rule: 'frontmatter',
          message: 'the file should begin with its title and lede',
          fix: '---\ntitle: …\nlede: …\n---',
        },
      ],
    };

  const head = readYaml({ file: source.file, text: frontmatter }, frontmatterSchema);
  const words = readMdx({ file: source.file, text: body });
  const errors = [...head.errors, ...words.errors];
  if (!head.value) return { read: undefined, errors };
  const { title, lede, from } = head.value;
  const places = words.uses.flatMap(placed);
  const { headings, headingLines, prose, uses } = words;
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
        places,
        readingMinutes: readingMinutes(prose),
      },
      uses,
      headingLines,
      isSound: errors.length === 0,
    },
    errors,
  };
}

function placed({ component, props }: ComponentUse): Placed[] {
  if (component === 'Lab') return [{ component, id: props.run ?? '' }];
  if (component === 'Quiz' || component === 'Task') return [{ component, id: props.id ?? '' }];
  return [];
}

/** What a translation writes as `from`: twelve digits of the hash of the words it was made from. */
export function textHash(body: string): string {
  return createHash('sha256').update(body.trim()).digest('hex').slice(0, 12);
}
