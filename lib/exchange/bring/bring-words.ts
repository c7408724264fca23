import { foldText } from '@/lib/quiz/fold-text';
import { longestText } from '@/lib/quiz/public-text';
import { longestPattern } from '@/lib/quiz/text-pattern';
import type { Localized } from '@/lib/words/locale';
import type { Exchanged, Weighted } from '../exchanged';
import { type Bringing, NotBrought } from './bringing';

type Words = Extract<Exchanged['asked'], { kind: 'words' }>;

/** `*` in an answer of Moodle is anything, nothing too; `\*` is a star. */
const isWild = (answer: string) => /(?<!\\)\*/.test(answer);
const literal = (answer: string) => answer.replaceAll('\\*', '*');

export function patternOf(answer: string): string {
  return answer
    .split(/(\\\*|\*)/)
    .map((piece) => (piece === '*' ? '[*]' : piece === '\\*' ? '\\*' : piece.replace(/[\\()[\]|]/g, '\\$&')))
    .join('');
}

type Key = { accept: string[]; patterns: string[] };

/** What is right in words. Forms that earned a part are not right here, and their feedback says so. */
export function bringWords(bringing: Bringing, { answers, exactCase }: Words): Record<string, unknown> {
  const right = answers.filter(({ weight }) => weight >= 99.99);
  if (right.length === 0) throw new NotBrought('no form of words earns everything');
  const key = keyOf(right.map(({ answer }) => answer));
  if (key.accept.length === 0) {
    const bare = key.patterns[0]?.replaceAll('[*]', '').replace(/\\(.)/g, '$1').trim();
    if (!bare) throw new NotBrought('any words at all are right');
    key.accept.push(bare);
    bringing.note('approximated', `its only form has a "*"; "${bare}" is shown as the solution`);
  }
  const isBare = [...key.accept].some((form) => foldText(form, { case: 'ignore', punctuation: 'ignore' }) === '');
  const near = nearOf(bringing, answers, exactCase, isBare, key);
  return {
    kind: 'short-text',
    ...limited(bringing, key),
    ...(exactCase ? { case: 'exact' } : {}),
    ...(isBare ? { punctuation: 'exact' } : {}),
    ...(near.length > 0 ? { near } : {}),
  };
}

/** Forms before which nothing was said that is told to the learner: feedback to right answers goes into the explanation. */
function nearOf(
  bringing: Bringing,
  answers: readonly Weighted<string>[],
  exactCase: boolean,
  isBare: boolean,
  key: Key,
): unknown[] {
  const folding = { case: exactCase ? 'exact' : 'ignore', punctuation: isBare ? 'exact' : 'ignore' } as const;
  const rightForms = new Set(key.accept.map((form) => foldText(form, folding)));
  const listed = answers.filter(({ weight }) => weight < 99.99);
  const partly = listed.filter(({ weight }) => weight > 0);
  if (partly.length > 0)
    bringing.note(
      'approximated',
      `forms that earned a part (${partly.map(({ answer, weight }) => `"${answer.slice(0, 30)}" ${weight} %`).join(', ')}) earn nothing: short text is all-or-nothing`,
    );
  const near = listed.flatMap(({ answer, feedback }): Near[] => {
    const told = bringing.feedback(feedback, 'feedback');
    if (!told.feedback) {
      if (answer !== '*')
        bringing.note('lost', `the wrong form "${answer.slice(0, 40)}": it has no feedback, and is wrong anyway`);
      return [];
    }
    if (!isWild(answer) && rightForms.has(foldText(literal(answer), folding))) {
      bringing.note(
        'lost',
        `the form "${answer.slice(0, 40)}" differs from a right one by what does not count here; it is right`,
      );
      return [];
    }
    if (answer.length > longestText) throw new NotBrought(`an answer of more than ${longestText} characters`);
    const form = isWild(answer) ? { patterns: [patternOf(answer)] } : { accept: [literal(answer)] };
    return [{ ...form, feedback: told.feedback }];
  });
  return together(near);
}

type Near = { readonly accept?: string[]; readonly patterns?: string[]; readonly feedback: Localized };

/** Forms in a row to which the same is said are one: theirs is a list of forms, ours one of mistakes. */
function together(near: readonly Near[]): Near[] {
  const joined: Near[] = [];
  for (const one of near) {
    const last = joined.at(-1);
    const isSame = last?.accept && one.accept && JSON.stringify(last.feedback) === JSON.stringify(one.feedback);
    if (isSame && last.accept.length < 40)
      joined[joined.length - 1] = { ...last, accept: [...last.accept, ...one.accept] };
    else joined.push(one);
  }
  return joined;
}

function keyOf(answers: readonly string[]): Key {
  return {
    accept: [...new Set(answers.filter((answer) => !isWild(answer)).map(literal))],
    patterns: [...new Set(answers.filter(isWild).map(patternOf))],
  };
}

function limited(bringing: Bringing, { accept, patterns }: Key): Record<string, unknown> {
  const long = accept.find((form) => form.length > longestText);
  if (long !== undefined) throw new NotBrought(`an answer of more than ${longestText} characters`);
  if (accept.length > 40) bringing.note('lost', `${accept.length - 40} right forms: at most 40 are listed`);
  const kept = patterns.filter((pattern) => pattern.length <= longestPattern).slice(0, 4);
  if (kept.length < patterns.length)
    bringing.note(
      'lost',
      `${patterns.length - kept.length} forms with "*": at most four of ${longestPattern} characters are kept`,
    );
  return { accept: accept.slice(0, 40), ...(kept.length > 0 ? { patterns: kept } : {}) };
}
