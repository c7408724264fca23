import { parseFragment } from 'parse5';
import { type Exchanged, type Gap, gapMark, type NumberAnswer, type Weighted } from '../exchanged';
import { plainNumber } from '../gift/gift-answers';
import { escapeMarkup } from '../text/markdown-html';

const kinds: Readonly<Record<string, { kind: Gap['kind']; exactCase?: true }>> = {
  SHORTANSWER: { kind: 'words' },
  SA: { kind: 'words' },
  MW: { kind: 'words' },
  SHORTANSWER_C: { kind: 'words', exactCase: true },
  SAC: { kind: 'words', exactCase: true },
  MWC: { kind: 'words', exactCase: true },
  NUMERICAL: { kind: 'number' },
  NM: { kind: 'number' },
};
const choice = /^(?:MULTICHOICE(?:_[VHS]{1,2})?|MC[VHS]{0,2})$/;
const opening = /\{(\d*):([A-Z_]+):/g;

/** The gaps in a text of Moodle's kind "embedded answers": `{1:SHORTANSWER:=SYN~%0%FIN#not yet}`. */
export function clozeOf(source: string): { text: string; asked: Exchanged['asked'] } {
  const gaps: Gap[] = [];
  let text = '';
  let from = 0;
  for (let found = opening.exec(source); found; found = opening.exec(source)) {
    const end = closeOf(source, opening.lastIndex);
    const gap = end === -1 ? undefined : gapOf(found[2] ?? '', source.slice(opening.lastIndex, end));
    if (!gap) {
      opening.lastIndex = 0;
      return { text: source, asked: { kind: 'unknown', name: `embedded answer of kind ${found[2]}` } };
    }
    text += source.slice(from, found.index) + gapMark(gaps.length);
    gaps.push(gap);
    from = end + 1;
    opening.lastIndex = from;
  }
  opening.lastIndex = 0;
  return { text: text + source.slice(from), asked: { kind: 'gaps', gaps } };
}

function closeOf(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '}') return at;
  }
  return -1;
}

function gapOf(name: string, inside: string): Gap | undefined {
  const known = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  const kind = known?.kind ?? (choice.test(name) ? 'choice' : undefined);
  if (!kind) return undefined;
  const answers = splitAt(inside, '~').flatMap((piece): Weighted<string>[] => {
    const [, mark = '', weight, rest = ''] = /^\s*(=)?(?:%(-?\d+(?:\.\d+)?)%)?([\s\S]*)$/.exec(piece) ?? [];
    const [said = '', ...told] = splitAt(rest, '#');
    const feedback = withoutEscapes(told.join('#')).trim();
    const words = plainOf(withoutEscapes(said)).trim();
    if (words === '') return [];
    return [
      {
        answer: words,
        weight: weight === undefined ? (mark ? 100 : 0) : Number(weight),
        ...(feedback ? { feedback: { format: 'html' as const, text: feedback } } : {}),
      },
    ];
  });
  if (answers.length === 0) return undefined;
  if (kind === 'choice') return { kind, answers };
  if (kind === 'words') return { kind, exactCase: known?.exactCase === true, answers };
  const numbers: Weighted<NumberAnswer>[] = [];
  for (const one of answers) {
    const [value = '', tolerance = '0'] = one.answer.split(':');
    if (one.answer !== '*' && !(plainNumber.test(value.trim()) && plainNumber.test(tolerance.trim()))) return undefined;
    numbers.push({
      ...one,
      answer: one.answer === '*' ? 'any' : { value: Number(value), tolerance: Math.abs(Number(tolerance)) },
    });
  }
  return { kind, answers: numbers };
}

function splitAt(text: string, mark: string): string[] {
  const pieces = [''];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '\\') pieces[pieces.length - 1] += sign + (text[++at] ?? '');
    else if (sign === mark) pieces.push('');
    else pieces[pieces.length - 1] += sign;
  }
  return pieces;
}

const withoutEscapes = (text: string) => text.replace(/\\([}#~/"\\])/g, '$1');

/** What a browser would show of it: entities are signs, elements are gone. */
function plainOf(html: string): string {
  if (!/[&<]/.test(html)) return html;
  return parseFragment(html.replace(/<[^<>]*>/g, ''))
    .childNodes.map((node) => ('value' in node ? node.value : ''))
    .join('');
}

/** A gap as Moodle writes it. What stands in it is HTML. */
export function clozeGap(gap: Gap): string {
  const name =
    gap.kind === 'choice'
      ? 'MULTICHOICE'
      : gap.kind === 'number'
        ? 'NUMERICAL'
        : gap.exactCase
          ? 'SHORTANSWER_C'
          : 'SHORTANSWER';
  const answers = gap.answers.map((one: Weighted<string | NumberAnswer>) => {
    const { answer, weight, feedback } = one;
    const said =
      typeof answer === 'string'
        ? answer === 'any' && gap.kind === 'number'
          ? '*'
          : escapeMarkup(answer)
        : `${answer.value}:${answer.tolerance}`;
    return `${weight === 100 ? '=' : `%${weight}%`}${withEscapes(said)}${feedback ? `#${withEscapes(feedback.text)}` : ''}`;
  });
  return `{1:${name}:${answers.join('~')}}`;
}

const withEscapes = (text: string) => text.replace(/[}#~\\]/g, '\\$&');
