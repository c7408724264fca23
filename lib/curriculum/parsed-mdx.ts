import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { tooDeep } from './stumbles/too-deep';

/** Parses as the compiler does, so that what passes here compiles. */
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkCjkFriendly).use(remarkMdx);

/** A lesson is read, then looked at by many rules: the last few trees are kept. */
const kept = new Map<string, Root>();
const mostKept = 8;

/** The tree of an MDX text; throws what the parser throws. Nobody changes it. */
export function parsedMdx(body: string): Root {
  const known = kept.get(body);
  if (known) return known;
  // Whoever asks, a parser is never given what it would not come back from.
  if (tooDeep(body)) throw new RangeError('nested too deeply');
  const tree = parser.parse(body);
  kept.set(body, tree);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return tree;
}
