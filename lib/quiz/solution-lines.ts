import { type Locale, type Localized, locales } from '@/lib/words/locale';
import type { LocalizedText } from './answer';
import { kinds } from './kinds';
import type { Kind, PublicKinds, Responses } from './public-kinds';
import { toPublicQuestion } from './public-question';
import type { PublicOption } from './public-single-choice';
import type { QuestionOf } from './question';
import { inLetters } from './read-response';
import { richTexts } from './rich-text';

type Lines<K extends Kind> = (shown: PublicKinds[K], response: Responses[K]) => Localized[];

const textOf = (options: readonly PublicOption[], letter: string | undefined): Localized =>
  options.find((option) => option.letter === letter)?.text ?? {};

/** What was typed, as it would be typed. */
const typed = (text: string): Localized => inBoth(() => `\`${text.replaceAll('`', "'")}\``);

function inBoth(write: (locale: Locale) => string): Localized {
  return Object.fromEntries(locales.map((locale) => [locale, write(locale)]));
}

/** Two texts with something between them, in the languages that both have. */
function joined(one: Localized, between: string, other: Localized): Localized {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const [left, right] = [one[locale], other[locale]];
      return left === undefined || right === undefined ? [] : [[locale, `${left}${between}${right}`]];
    }),
  );
}

const placed = (parts: readonly PublicOption[], places: readonly PublicOption[], said: Record<string, string>) =>
  parts.map(({ letter, text }) => joined(text, ' → ', textOf(places, said[letter])));

const linesOf: { [K in Kind]: Lines<K> } = {
  'single-choice': ({ options }, { choice }) => [textOf(options, choice)],
  'multiple-choice': ({ options }, { choices }) => choices.map((letter) => textOf(options, letter)),
  numeric: ({ units }, { text, unit }) => {
    const shown = units?.find(({ letter }) => letter === unit);
    return [shown ? joined(typed(text), ' ', shown.text) : typed(text)];
  },
  ordering: ({ options }, { order }) =>
    order.map((letter, at) =>
      joined(
        inBoth(() => `${at + 1}`),
        ' · ',
        textOf(options, letter),
      ),
    ),
  'short-text': (_, { text }) => [typed(text)],
  'fill-in': ({ blanks }, { blanks: said }) =>
    blanks.map((blank) =>
      blank.kind === 'choice' ? textOf(blank.options, said[blank.letter]) : typed(said[blank.letter] ?? ''),
    ),
  // What a text could have said stands in the question's model answer, which comes with the explanation.
  written: () => [],
  matching: ({ lefts, rights }, { places }) => placed(lefts, rights, places),
  categorising: ({ items, categories }, { places }) => placed(items, categories, places),
  pointing: (shown, response) =>
    'choice' in response
      ? ['options' in shown ? textOf(shown.options, response.choice) : {}]
      : [typed(response.from === response.to ? `${response.from}` : `${response.from}–${response.to}`)],
  prediction: ({ fields }, { fields: said }) =>
    fields.map(({ name }) => joined(typed(name), ' = ', typed(said[name] ?? ''))),
};

/** What the key says, in lines to read. */
export function solutionLines<K extends Kind>(question: QuestionOf<K>): LocalizedText[] {
  return linesOf[question.kind](toPublicQuestion(question), solutionResponse(question)).map(richTexts);
}

/** What a stored response says, in lines to read. Of a text nothing: it is read itself. */
export function saidLines<K extends Kind>(question: QuestionOf<K>, response: Responses[K]): Localized[] {
  return linesOf[question.kind](toPublicQuestion(question), inLetters(question, response));
}

/** The response that earns everything, in the letters that were shown. */
export function solutionResponse<K extends Kind>(question: QuestionOf<K>): Responses[K] {
  return inLetters(question, kinds[question.kind].fromKey(question));
}
