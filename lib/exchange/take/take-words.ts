import { formsOf, type WordsKey } from '@/lib/quiz/words-key';
import type { Localized } from '@/lib/words/locale';
import type { Weighted } from '../exchanged';
import type { Taking } from './taking';

const mostForms = 40;

/** `git commit [-a] (-m|--message) *` as the forms it stands for, in which `*` is anything; nothing when they are too many. */
export function formsOfPattern(pattern: string): string[] | undefined {
  let at = 0;
  /** Every way through what stands before the mark that ends it. */
  function sequence(end: string): string[] | undefined {
    let ways = [''];
    let done: string[] = [];
    while (at < pattern.length && !end.includes(pattern[at] ?? '')) {
      const sign = pattern[at++] ?? '';
      let next: string[] | undefined = [sign];
      if (sign === '\\') {
        const meant = pattern[at++] ?? '';
        next = [meant === '*' ? '\\*' : meant];
      } else if (sign === '[' && pattern.startsWith('*]', at)) {
        at += 2;
        next = ['*'];
      } else if (sign === '(' || sign === '[') {
        next = sequence(sign === '(' ? ')' : ']');
        at++;
        if (next && sign === '[') next = ['', ...next];
      } else if (sign === '|') {
        done = [...done, ...ways];
        ways = [''];
        continue;
      }
      if (!next || ways.length * next.length + done.length > mostForms) return undefined;
      const ends = next;
      ways = ways.flatMap((way) => ends.map((one) => way + one));
    }
    return [...done, ...ways];
  }
  const forms = sequence('');
  return forms && [...new Set(forms.map((form) => form.replace(/ {2,}/g, ' ').trim()))];
}

const literal = (form: string) => form.replaceAll('*', '\\*');

/** What is right in words, and the wrong forms that were thought of. */
export function takeWords(taking: Taking, key: WordsKey): Weighted<string>[] {
  if (key.punctuation === 'ignore')
    taking.note('approximated', 'closing punctuation and the width of letters count there');
  taking.misconceptions(key.near);
  const forms = (one: { accept?: WordsKey['accept'] | undefined; patterns?: string[] | undefined }) => [
    ...new Set([
      ...formsOf(one.accept ?? []).map(literal),
      ...(one.patterns ?? []).flatMap((pattern) => patternForms(taking, pattern)),
    ]),
  ];
  const near = key.near.flatMap((one: { feedback: Localized } & Parameters<typeof forms>[0]) =>
    forms(one).map((answer) => ({ answer, weight: 0, ...taking.feedback(one.feedback) })),
  );
  return [...forms(key).map((answer) => ({ answer, weight: 100 })), ...near];
}

function patternForms(taking: Taking, pattern: string): string[] {
  const forms = formsOfPattern(pattern);
  if (!forms) {
    taking.note('lost', `the pattern "${pattern}": it stands for more than ${mostForms} forms`);
    return [];
  }
  if (/(?<![\\[])\*|\*(?!\])/.test(pattern))
    taking.note('approximated', `"*" of the pattern "${pattern}" may be nothing there; here it is a character or more`);
  return forms;
}
