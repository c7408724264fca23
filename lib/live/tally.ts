import type { KnownVersion } from '@/lib/attempts/known-version';
import { optionIds } from '@/lib/quiz/letters';
import { plainText } from '@/lib/quiz/plain-text';
import type { Question } from '@/lib/quiz/question';
import { richText } from '@/lib/quiz/rich-text';
import { type Locale, type Localized, locales } from '@/lib/words/locale';

/** One bar of what a class answered: an option, a text that was typed, or how well it went (`=right`, `=part`, `=wrong`, `=waiting`, `=given`). */
export type Bar = {
  readonly key: string;
  /** What stands beside it; null: the key says it, and the words of the page. */
  readonly label: Localized | null;
  readonly isRight: boolean;
};

/** What is counted: one response, and the share of the points it earned (null: not known yet). */
export type Counted = { readonly response: unknown; readonly share: number | null };

/** Typed answers that are shown each for itself; the rest are counted together, as `=other`. */
const mostTexts = 12;
const mostTextLength = 80;

/** The bars that are there before anybody has answered, in the order of the options as they are shown. */
export function barsOf({ form, item }: KnownVersion): readonly Bar[] {
  if (form.kind === 'task') return outcomes(['=right', '=part', '=wrong']);
  const { question } = form;
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return optionsShown(question);
    case 'numeric':
    case 'short-text':
      return [];
    case 'written':
      return outcomes(['=given']);
    case 'ordering':
    case 'fill-in':
    case 'matching':
    case 'categorising':
    case 'pointing':
    case 'prediction':
      return outcomes(['=right', '=part', '=wrong']);
    default:
      throw new Error(`${item} is of a kind that has no bars`);
  }
}

/** In the order in which the class sees them, which is a shuffle that is the same for all. */
function optionsShown({ id, options }: Extract<Question, { kind: 'single-choice' | 'multiple-choice' }>): Bar[] {
  return Object.values(optionIds(id, options)).flatMap((shown) => {
    const option = options.find((one) => one.id === shown);
    return option ? [{ key: shown, label: plain(option.text), isRight: option.right === true }] : [];
  });
}

function outcomes(keys: readonly string[]): Bar[] {
  return keys.map((key) => ({ key, label: null, isRight: key === '=right' }));
}

function plain(text: Localized): Localized {
  return Object.fromEntries(
    locales.flatMap((locale: Locale) => {
      const source = text[locale];
      return source === undefined ? [] : [[locale, plainText(richText(source))]];
    }),
  );
}

/** A question's own words, without emphasis, for a list. */
export function promptOf({ form }: KnownVersion): Localized {
  return form.kind === 'task' ? form.task.title : plain(form.question.prompt);
}

/** The bars that one response adds to. Of several ticks each counts. */
export function keysOf(form: KnownVersion['form'], { response, share }: Counted): readonly string[] {
  const outcome = share === null ? '=waiting' : share >= 1 ? '=right' : share > 0 ? '=part' : '=wrong';
  if (form.kind === 'task') return [outcome];
  return ownKeys(form.question, response) ?? [form.question.kind === 'written' ? '=given' : outcome];
}

function ownKeys({ kind }: Question, response: unknown): readonly string[] | undefined {
  const said = response !== null && typeof response === 'object' ? response : {};
  if (kind === 'single-choice') return 'choice' in said && typeof said.choice === 'string' ? [said.choice] : [];
  if (kind === 'multiple-choice')
    return 'choices' in said && Array.isArray(said.choices)
      ? said.choices.filter((one) => typeof one === 'string')
      : [];
  if (kind !== 'numeric' && kind !== 'short-text') return undefined;
  const text = 'text' in said && typeof said.text === 'string' ? said.text : '';
  const unit = 'unit' in said && typeof said.unit === 'string' ? ` ${said.unit}` : '';
  // A typed text never looks like an outcome.
  return [`"${(text.trim().replaceAll(/\s+/g, ' ') + unit).slice(0, mostTextLength)}`];
}

export type Tally = {
  readonly n: number;
  /** How many have all points. */
  readonly right: number;
  readonly bars: readonly (Bar & { readonly count: number })[];
};

/** Counts responses to one question: one a learner, whoever they are. */
export function tally(known: KnownVersion, counted: readonly Counted[]): Tally {
  const bars = new Map<string, Bar & { count: number }>(barsOf(known).map((bar) => [bar.key, { ...bar, count: 0 }]));
  for (const one of counted)
    for (const key of keysOf(known.form, one)) {
      const bar = bars.get(key) ?? { key, label: null, isRight: key === '=right', count: 0 };
      bars.set(key, { ...bar, count: bar.count + 1, isRight: bar.isRight || (key.startsWith('"') && one.share === 1) });
    }
  return {
    n: counted.length,
    right: counted.filter(({ share }) => share === 1).length,
    bars: few([...bars.values()]),
  };
}

/** Typed texts, the commonest first; what only few have typed is put together. */
function few(bars: readonly (Bar & { count: number })[]): (Bar & { count: number })[] {
  const isText = ({ key }: Bar) => key.startsWith('"');
  const texts = bars.filter(isText).sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
  const rest = texts.slice(mostTexts).reduce((sum, { count }) => sum + count, 0);
  const others = rest > 0 ? [{ key: '=other', label: null, isRight: false, count: rest }] : [];
  return [...bars.filter((bar) => !isText(bar)), ...texts.slice(0, mostTexts), ...others];
}
