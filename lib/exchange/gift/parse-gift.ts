import type { Exchanged, ReadFault, ReadFile } from '../exchanged';
import { limits } from '../limits';
import { placesOf } from '../text/places-of';
import { GiftFault, giftAsked } from './gift-answers';
import { findMark, type GiftBlock, giftBlocks } from './gift-blocks';
import { giftText, unescapeGift } from './gift-text';

/**
 * A file in GIFT, Moodle's plain-text form of questions (https://docs.moodle.org/en/GIFT_format). What cannot be read is told with its
 * place, and the questions after it are read all the same. Pure.
 */
export function parseGift(text: string): ReadFile {
  const placeAt = placesOf(text);
  const questions: Exchanged[] = [];
  const faults: ReadFault[] = [];
  let category: string | undefined;
  for (const block of giftBlocks(text)) {
    const named = /^\s*\$CATEGORY:[ \t]*(.*)/.exec(block.text);
    try {
      if (questions.length >= limits.questions) throw new GiftFault(`more than ${limits.questions} questions`, 0);
      if (block.text.length > limits.text) throw new GiftFault(`a question of more than ${limits.text} characters`, 0);
      if (named) {
        category = unescapeGift(named[1] ?? '');
        const rest = block.text.slice(named[0].length);
        // A category may stand right above its first question, without a blank line between them.
        if (rest.trim() !== '') {
          const blank = ' '.repeat(named[0].length);
          questions.push(questionIn({ ...block, text: blank + rest }, category, placeAt));
        }
      } else questions.push(questionIn(block, category, placeAt));
    } catch (fault) {
      if (!(fault instanceof GiftFault)) throw fault;
      const { message, at, fix } = fault;
      faults.push({ ...placeAt(block.from + at), message, ...(fix === undefined ? {} : { fix }) });
      if (questions.length >= limits.questions || faults.length >= limits.faults) break;
    }
  }
  return { questions, faults };
}

function questionIn(
  { from, text, comments }: GiftBlock,
  category: string | undefined,
  placeAt: ReturnType<typeof placesOf>,
): Exchanged {
  const start = text.length - text.trimStart().length;
  const { name, after } = nameIn(text, start);
  const open = findMark(text, '{}', after);
  if (text[open] === '}') throw new GiftFault('a "}" closes nothing', open, '\\}');
  const close = open === -1 ? -1 : findMark(text, '{}', open + 1);
  if (open !== -1 && close === -1) throw new GiftFault('this "{" is never closed', open, '}');
  if (open !== -1 && text[close] === '{') throw new GiftFault('a "{" inside of an answer', close, '\\{');
  const tail = open === -1 ? '' : text.slice(close + 1);
  const again = findMark(tail, '{}');
  if (again !== -1)
    throw new GiftFault(
      tail[again] === '{' ? 'a second answer in one question; a blank line stands between two' : 'a "}" closes nothing',
      close + 1 + again,
    );
  const asked = open === -1 ? text.slice(after) : text.slice(after, open);
  const whole = tail.trim() === '' ? asked : `${asked}_____${tail}`;
  const prompt = giftText(whole, 'moodle');
  const feedback = open === -1 ? -1 : lastGeneralFeedback(text, open + 1, close);
  const explanation = feedback === -1 ? undefined : giftText(text.slice(feedback + 4, close), prompt.format);
  const said = comments.join(' ');
  const idNumber = /\[id:([^\]\s][^\]]*)\]/.exec(said)?.[1];
  return {
    ...placeAt(from + start),
    name: name ?? prompt.text.replace(/\s+/g, ' ').slice(0, 60),
    text: prompt,
    ...(idNumber === undefined ? {} : { idNumber: idNumber.trim() }),
    ...(explanation && explanation.text !== '' ? { explanation } : {}),
    hints: [],
    tags: [...said.matchAll(/\[tag:([^\]\s][^\]]*)\]/g)].map(([, tag = '']) => tag.trim()),
    ...(category ? { category } : {}),
    unread: [],
    asked:
      open === -1
        ? { kind: 'description' }
        : giftAsked(text, open + 1, feedback === -1 ? close : feedback, prompt.format),
  };
}

/** `::name::`, when the question begins with one. */
function nameIn(text: string, start: number): { name?: string; after: number } {
  if (!text.startsWith('::', start)) return { after: start };
  for (let at = findMark(text, ':', start + 2); at !== -1; at = findMark(text, ':', at + 1))
    if (text[at + 1] === ':')
      return { name: unescapeGift(text.slice(start + 2, at)).replace(/\s+/g, ' '), after: at + 2 };
  throw new GiftFault('the name is never closed', start, '::name::');
}

function lastGeneralFeedback(text: string, from: number, to: number): number {
  let found = -1;
  for (let at = findMark(text, '#', from, to); at !== -1; at = findMark(text, '#', at + 1, to))
    if (text.startsWith('####', at) && at + 4 <= to) found = at;
  return found;
}
