import { z } from 'zod';
import { type Folding, foldText } from './fold-text';
import { localizedMarkdown } from './localized-markdown';
import { longestText } from './public-text';
import { misconception } from './question-base';
import { longestPattern, matches, NotAPattern, type Pattern, readPattern } from './text-pattern';

const form = z.string().min(1, 'write the accepted form').max(longestText);
const forms = z.array(form).min(1).max(40);

/** Forms that count in both languages, or those of each. An answer may be written in either, whichever the page is in. */
const accepted = z.union([forms, z.strictObject({ en: forms.optional(), zh: forms.optional() })], {
  error: 'list the accepted forms: [SYN-ACK, SYN/ACK], or those of each language: { en: [handshake], zh: [握手] }',
});

type Accepted = z.infer<typeof accepted>;

const pattern = z
  .string()
  .min(1)
  .max(longestPattern)
  .superRefine((source, context) => {
    try {
      readPattern(source);
    } catch (error) {
      if (!(error instanceof NotAPattern)) throw error;
      context.addIssue({
        code: 'custom',
        message: `${error.message}; a mark that is meant as itself has a backslash before it`,
        // What cannot be read is not matched with anything either.
        continue: false,
      });
    }
  });

const patterns = z.array(pattern).min(1).max(4, 'at most four patterns; (one|other) holds several').optional();

/** What words are right, and what nearly right ones tell. */
export const wordsKey = {
  /** The first form is the one that is shown as the solution. */
  accept: accepted.refine((listed) => formsOf(listed).length > 0, 'list at least one accepted form'),
  /** For what is right in more forms than can be listed: `git commit [-a] -m *`. */
  patterns,
  case: z.enum(['ignore', 'exact']).default('ignore'),
  punctuation: z.enum(['ignore', 'exact']).default('ignore'),
  /** Forms that are not right, and what leads to them. The first that fits speaks. */
  near: z
    .array(
      z
        .strictObject({ accept: accepted.optional(), patterns, misconception, feedback: localizedMarkdown })
        .refine((one) => one.accept || one.patterns, 'say which answers this speaks of: accept: […] or patterns: […]'),
    )
    .max(20)
    .default([]),
};

export type WordsKey = z.infer<z.ZodObject<typeof wordsKey>>;

/** What cannot be meant: a form of which nothing is left, and a near form that is also right. For a schema's own check. */
export function checkWords(key: WordsKey, context: { addIssue(issue: Fault): void }): void {
  const empty = formsOf(key.accept).find((one) => foldText(one, key) === '');
  if (empty !== undefined)
    context.addIssue({
      code: 'custom',
      path: ['accept'],
      message: `nothing is left of "${empty}" without its punctuation; write punctuation: exact`,
    });
  key.near.forEach((one, at) => {
    const right = formsOf(one.accept ?? []).find((said) => isAccepted(key, said));
    if (right === undefined) return;
    const message = `"${right}" is accepted as right, so this feedback would never be told; take it out of one of the two`;
    context.addIssue({ code: 'custom', path: ['near', at], message, params: { rule: 'mistake-right' } });
  });
}

type Fault = { code: 'custom'; path: PropertyKey[]; message: string; params?: { rule: string } };

export function formsOf(listed: Accepted): string[] {
  return Array.isArray(listed) ? listed : [...(listed.en ?? []), ...(listed.zh ?? [])];
}

/** True when what was written is one of the accepted forms, but for what does not count. */
export function isAccepted(key: WordsKey, text: string): boolean {
  return isOneOf(comparing(key).right, foldText(text, key));
}

/** Whether what was written is right; and if not, the near form that it is, if it is one. */
export function judgeWords(
  key: WordsKey,
  text: string,
): { right: boolean; near?: WordsKey['near'][number] | undefined } {
  const said = foldText(text, key);
  const { right, near } = comparing(key);
  if (isOneOf(right, said)) return { right: true };
  return { right: false, near: key.near[near().findIndex((one) => isOneOf(one, said))] };
}

/** Forms and patterns as they are compared: folded once, and kept for as long as their question is. */
type Comparing = { forms: ReadonlySet<string>; patterns: readonly Pattern[] };

const kept = new WeakMap<WordsKey, { right: Comparing; near: () => readonly Comparing[] }>();

function comparing(key: WordsKey) {
  const known = kept.get(key);
  if (known) return known;
  let near: readonly Comparing[] | undefined;
  const made = {
    right: folded(key, key),
    near: () => {
      near ??= key.near.map((one) => folded(one, key));
      return near;
    },
  };
  kept.set(key, made);
  return made;
}

function folded(
  listed: { accept?: Accepted | undefined; patterns?: string[] | undefined },
  folding: Folding,
): Comparing {
  return {
    forms: new Set(formsOf(listed.accept ?? []).map((form) => foldText(form, folding))),
    patterns: (listed.patterns ?? []).map((source) => readPattern(foldPattern(source, folding))),
  };
}

function isOneOf({ forms, patterns }: Comparing, said: string): boolean {
  return forms.has(said) || patterns.some((pattern) => matches(pattern, said));
}

/** Folds what stands between a pattern's marks. A full stop that would end a text may stand before a mark here: it stays. */
function foldPattern(source: string, folding: Folding): string {
  return source
    .split(/(\\.|[*[\]()|])/)
    .map((piece, at) => (at % 2 === 1 ? piece : foldPiece(piece, folding)))
    .join('');
}

function foldPiece(piece: string, folding: Folding): string {
  if (piece.trim() === '') return piece === '' ? '' : ' ';
  // Letters around the piece keep its own edges from being taken for the text's.
  const inside = foldText(`x${piece}x`, folding);
  return inside.slice(1, -1);
}
