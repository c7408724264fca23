import type { Exchanged, NumberAnswer, Text, TextFormat, Weighted } from '../exchanged';
import { findMark } from './gift-blocks';
import { giftText, unescapeGift } from './gift-text';

/** What is wrong in an answer, at a place of its text. */
export class GiftFault extends Error {
  constructor(
    message: string,
    readonly at: number,
    readonly fix?: string,
  ) {
    super(message);
  }
}

/** One `=…` or `~…` with its place. */
type Piece = { readonly mark: string; readonly at: number; readonly text: string };

const weightMark = /^%(-?\d{1,3}(?:\.\d*)?)%/;

type Part = { readonly weight: number | undefined; readonly words: string; readonly feedback: string | undefined };

function partsOf(text: string): Part {
  const trimmed = text.trim();
  const weight = weightMark.exec(trimmed);
  const rest = weight ? trimmed.slice(weight[0].length) : trimmed;
  const comment = findMark(rest, '#');
  return {
    weight: weight ? Number(weight[1]) : undefined,
    words: comment === -1 ? rest : rest.slice(0, comment),
    feedback: comment === -1 ? undefined : rest.slice(comment + 1),
  };
}

/** The answers between `from` and `to`, cut at every mark that is not escaped. What stands before the first mark is one too. */
function pieces(text: string, marks: string, from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let at = from;
  let mark = '';
  while (at <= to) {
    const next = findMark(text, marks, at, to);
    const end = next === -1 ? to : next;
    const words = text.slice(at, end);
    if (mark !== '' || words.trim() !== '') found.push({ mark, at: Math.max(from, at - mark.length), text: words });
    if (next === -1) break;
    mark = text[next] ?? '';
    at = next + 1;
  }
  return found;
}

function feedbackOf(said: string | undefined, usual: TextFormat): { feedback?: Text } {
  const feedback = said === undefined ? undefined : giftText(said, usual);
  return feedback && feedback.text !== '' ? { feedback } : {};
}

/** What is asked, told from the form of the answer: `text.slice(from, to)` is what stands between the braces, without general feedback. */
export function giftAsked(text: string, from: number, to: number, usual: TextFormat): Exchanged['asked'] {
  const inside = text.slice(from, to);
  if (inside.trim() === '') return { kind: 'essay' };
  const start = from + inside.length - inside.trimStart().length;
  if (text[start] === '#') return numbers(text, start + 1, to, usual);
  if (findMark(text, '~', from, to) !== -1) return choice(text, from, to, usual);
  if (findMark(text, '=', from, to) !== -1 && inside.includes('->')) return matching(text, from, to, usual);
  return trueFalse(inside, usual) ?? words(text, from, to, usual);
}

function choice(text: string, from: number, to: number, usual: TextFormat): Exchanged['asked'] {
  const read = pieces(text, '=~', from, to);
  const answers = read.map((piece): Weighted<Text> => {
    const { weight, words, feedback } = partsOf(piece.text);
    const answer = giftText(words, usual);
    if (answer.text === '') throw new GiftFault('an answer has no words', piece.at, `${piece.mark || '~'}the answer`);
    return { answer, weight: weight ?? (piece.mark === '=' ? 100 : 0), ...feedbackOf(feedback, usual) };
  });
  if (answers.length < 2) throw new GiftFault('a choice needs two answers', from, '{ =right ~wrong }');
  return { kind: 'choice', single: read.some(({ mark }) => mark === '='), answers };
}

function words(text: string, from: number, to: number, usual: TextFormat): Exchanged['asked'] {
  const answers = pieces(text, '=', from, to).map((piece): Weighted<string> => {
    const { weight, words, feedback } = partsOf(piece.text);
    const answer = giftText(words, 'plain').text;
    if (answer === '') throw new GiftFault('an answer has no words', piece.at, '=the answer');
    return { answer, weight: weight ?? 100, ...feedbackOf(feedback, usual) };
  });
  return { kind: 'words', exactCase: false, answers };
}

function matching(text: string, from: number, to: number, usual: TextFormat): Exchanged['asked'] {
  const pairs = pieces(text, '=', from, to).map((piece) => {
    const arrow = piece.text.indexOf('->');
    if (arrow === -1) throw new GiftFault('a pair has no "->"', piece.at, '=left -> right');
    const right = unescapeGift(piece.text.slice(arrow + 2));
    if (right === '') throw new GiftFault('a pair has nothing at its right', piece.at, '=left -> right');
    return { left: giftText(piece.text.slice(0, arrow), usual), right };
  });
  if (pairs.length < 2) throw new GiftFault('matching needs two pairs', from, '{ =left -> right =other -> match }');
  return { kind: 'matching', pairs };
}

/** `{TRUE#said when it is answered wrongly#said when it is answered rightly}` */
function trueFalse(inside: string, usual: TextFormat): Exchanged['asked'] | undefined {
  const first = findMark(inside, '#');
  const said = (first === -1 ? inside : inside.slice(0, first)).trim();
  if (!['T', 'TRUE', 'F', 'FALSE'].includes(said)) return undefined;
  const rest = first === -1 ? '' : inside.slice(first + 1);
  const second = findMark(rest, '#');
  const ifWrong = feedbackOf(second === -1 ? rest : rest.slice(0, second), usual);
  const ifRight = feedbackOf(second === -1 ? '' : rest.slice(second + 1), usual);
  const isTrue = said.startsWith('T');
  return {
    kind: 'choice',
    single: true,
    options: 'true-false',
    answers: [true, false].map((value) => ({
      answer: { format: 'plain' as const, text: String(value) },
      weight: value === isTrue ? 100 : 0,
      ...(value === isTrue ? ifRight : ifWrong),
    })),
  };
}

function numbers(text: string, from: number, to: number, usual: TextFormat): Exchanged['asked'] {
  const wrong = findMark(text, '~', from, to);
  const listed = pieces(text, '=', from, wrong === -1 ? to : wrong);
  if (listed.length === 0) throw new GiftFault('a numerical question names no number', from, '{#42:1}');
  const answers = listed.map((piece): Weighted<NumberAnswer> => {
    const { weight, words, feedback } = partsOf(piece.text);
    return { answer: numberAnswer(words, piece.at), weight: weight ?? 100, ...feedbackOf(feedback, usual) };
  });
  if (wrong !== -1) {
    const other = feedbackOf(partsOf(text.slice(wrong + 1, to)).feedback, usual);
    answers.push({ answer: 'any', weight: 0, ...other });
  }
  return { kind: 'number', answers, units: [] };
}

/** `42`, `42:0.5`, `41.5..42.5` */
function numberAnswer(words: string, at: number): NumberAnswer {
  const said = unescapeGift(words);
  if (said === '*') return 'any';
  const [low, high] = said.includes('..') ? said.split('..', 2) : [];
  if (low !== undefined && high !== undefined) {
    const [from, to] = [numberFrom(low, at), numberFrom(high, at)];
    return { value: tidy((from + to) / 2), tolerance: tidy(Math.abs(to - from) / 2) };
  }
  const [value = '', tolerance = '0', ...more] = said.split(':');
  if (more.length > 0) throw new GiftFault(`"${said}" has two tolerances`, at, '=value:tolerance');
  return { value: numberFrom(value, at), tolerance: Math.abs(numberFrom(tolerance, at)) };
}

export const plainNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

function numberFrom(said: string, at: number): number {
  const trimmed = said.trim();
  if (plainNumber.test(trimmed) && Number.isFinite(Number(trimmed))) return Number(trimmed);
  throw new GiftFault(`"${trimmed.slice(0, 40)}" is no number`, at, 'digits with a full stop: 3.14');
}

/** The middle of 3.141 and 3.142 is 3.1415, whatever binary makes of it. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
