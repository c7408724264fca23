import { faultWords } from '@/lib/formula/expression';
import { earnsAll, grade } from '../grade';
import { kinds } from '../kinds';
import { canBeTyped, within } from '../number-key';
import type { Kind } from '../public-kinds';
import { toPublicQuestion } from '../public-question';
import type { Question, QuestionOf } from '../question';
import { richText } from '../rich-text';
import { formsOf, isAccepted, type WordsKey } from '../words-key';
import type { Drawn } from './draw-parameters';
import { fillHoles, holesIn } from './hole';
import { filledText, tryInstantiate } from './instantiate';
import { holesFor } from './public-holes';
import { mapTexts, type Place, textsOf } from './walk';

/** What drawing a template many times has shown to be wrong with it. */
export type VariantFault = {
  readonly place: Place;
  readonly rule: string;
  readonly message: string;
  /** The first draw that shows it: its seed and its numbers. */
  readonly found: string;
  readonly fix?: string;
};

type Found = Omit<VariantFault, 'found'>;

/** The same thousand seeds every time: who mends what was found finds it mended. */
function sampleSeed(number: number): string {
  return (number * 0x9e3779b1).toString(16).padStart(16, '0').slice(-16).padStart(32, '5');
}

/** How many draws are read once more as Markdown, which takes longest. */
const mostRead = 10;

/**
 * Draws a template this many times: every draw has numbers, its key earns everything, its options differ, its mistakes are mistakes. Each
 * thing that is wrong is told once, with the first draw that shows it and how many do.
 */
export function proveVariant<K extends Kind>(question: QuestionOf<K> & Question, draws = 1_000): VariantFault[] {
  const found = new Map<string, VariantFault & { count: number }>();
  const seen = new Set<string>();
  for (let number = 0; number < draws; number++) {
    const seed = sampleSeed(number);
    const { faults, shown, drawn } = proveDraw<K>(question, seed, number < mostRead);
    if (seen.size < 2) seen.add(JSON.stringify([...shown]));
    for (const fault of faults) {
      const name = `${fault.rule} ${fault.place.join('.')}`;
      const known = found.get(name);
      const told = { ...fault, found: `${numbersOf(drawn)}seed ${seed}`, count: 1 };
      found.set(name, known ? { ...known, count: known.count + 1 } : told);
    }
  }
  if (found.size === 0 && seen.size < 2) return [alwaysTheSame(question)];
  return [...found.values()].map(({ count, message, ...fault }) => ({
    ...fault,
    message: `${message} (${count} of ${draws} draws)`,
  }));
}

function alwaysTheSame(question: Question): VariantFault {
  const found = Object.keys(question.parameters ?? {}).join(', ');
  const message = `what "${question.id}" asks is the same for everyone: none of its numbers stands in the question`;
  return { place: ['parameters'], rule: 'variant-same', message, found };
}

type Proof = { faults: Found[]; shown: ReadonlyMap<string, string>; drawn: Drawn | undefined };

function numbersOf(drawn: Drawn | undefined): string {
  if (!drawn) return '';
  const numbers = Object.entries(drawn.en).map(([name, value]) => `${name} = ${String(value)}`);
  return `${numbers.join(', ')}; `;
}

function proveDraw<K extends Kind>(question: QuestionOf<K> & Question, seed: string, isRead: boolean): Proof {
  const instance = tryInstantiate<QuestionOf<K> & Question>(question, seed);
  if (instance.kind === 'not-drawn') {
    const { place, why } = instance;
    return {
      faults: [{ place, rule: 'variant-draw', message: `has no value for some numbers: ${why}` }],
      shown: new Map(),
      drawn: undefined,
    };
  }
  const { drawn } = instance;
  const holes = holesFor<K>(question, drawn);
  if (!(holes instanceof Map)) {
    const message = `a number that is shown has no value: ${faultWords(holes)}`;
    return { faults: [{ place: ['prompt'], rule: 'variant-draw', message }], shown: new Map(), drawn };
  }
  const faults = [
    ...gradeFaults<K>(instance.question),
    ...numberFaults(instance.question),
    ...wordsFaults(instance.question),
    ...optionFaults(question, drawn),
    ...(isRead ? markupFaults<K>(question, holes) : []),
  ];
  return { faults, shown: holes, drawn };
}

function gradeFaults<K extends Kind>(question: QuestionOf<K> & Question): Found[] {
  const kind = kinds[question.kind];
  const byKey = grade<K>(question, kind.fromKey(question));
  const blank = grade<K>(question, kind.blank());
  return [
    ...(earnsAll(byKey) ? [] : [{ place: [], rule: 'key', message: 'answered from its own key it does not earn all' }]),
    ...(blank.kind === 'incomplete' ? [] : [{ place: [], rule: 'blank', message: 'left blank it is scored' }]),
  ];
}

type NumberKey = Parameters<typeof canBeTyped>[0] & {
  tolerance: number | string;
  mistakes: readonly { value: number | string; tolerance: number | string }[];
};

/** The keys that are numbers, with their places: of a numeric question, and of the blanks of a fill-in. */
function numberKeys(question: Question): { key: NumberKey; place: Place }[] {
  if (question.kind === 'numeric') return [{ key: question, place: [] }];
  if (question.kind !== 'fill-in') return [];
  return question.blanks.flatMap((key, at) => (key.kind === 'number' ? [{ key, place: ['blanks', at] }] : []));
}

function numberFaults(question: Question): Found[] {
  return numberKeys(question).flatMap(({ key, place }) => {
    const faults: Found[] = [];
    if (typeof key.tolerance === 'number' && key.tolerance < 0)
      faults.push({ place: [...place, 'tolerance'], rule: 'variant-tolerance', message: 'the tolerance is negative' });
    if (!canBeTyped(key)) {
      const message = 'the key is no whole number, and only a whole one can be typed in hexadecimal or binary';
      faults.push({ place: [...place, 'value'], rule: 'variant-key', message });
    }
    return [...faults, ...mistakeFaults(key, place)];
  });
}

/** A mistake that gives the right number is none, and of two that give the same number only one would speak. */
function mistakeFaults(key: NumberKey, place: Place): Found[] {
  const value = Number(key.value);
  return key.mistakes.flatMap((mistake, at) => {
    const wrong = Number(mistake.value);
    const fix = 'where: ["…"]: a condition that keeps such numbers out; or take the mistake out';
    const here = { place: [...place, 'mistakes', at], rule: 'variant-mistake', fix };
    if (within(wrong, value, key.tolerance)) return [{ ...here, message: 'this mistake gives the right number' }];
    const earlier = key.mistakes.slice(0, at).findIndex((other) => within(wrong, Number(other.value), other.tolerance));
    return earlier === -1 ? [] : [{ ...here, message: `this mistake gives the same number as mistake ${earlier + 1}` }];
  });
}

function wordsFaults(question: Question): Found[] {
  const keys: { key: WordsKey; place: Place }[] =
    question.kind === 'short-text'
      ? [{ key: question, place: [] }]
      : question.kind === 'fill-in'
        ? question.blanks.flatMap((key, at) => (key.kind === 'text' ? [{ key, place: ['blanks', at] }] : []))
        : [];
  return keys.flatMap(({ key, place }) =>
    key.near.flatMap((near, at) => {
      const right = formsOf(near.accept ?? []).find((form) => isAccepted(key, form));
      if (right === undefined) return [];
      const message = `"${right}" is accepted as right, so this would never be told`;
      return [{ place: [...place, 'near', at], rule: 'variant-mistake', message }];
    }),
  );
}

/** No two options may read the same, in either language. */
function optionFaults(question: Question, drawn: Drawn): Found[] {
  if (question.kind !== 'single-choice' && question.kind !== 'multiple-choice') return [];
  return (['en', 'zh'] as const).flatMap((locale) => {
    const texts = question.options.flatMap(({ text }, at) => {
      const source = text[locale];
      return source === undefined ? [] : [{ at, text: filledText(source, drawn, locale) }];
    });
    const twice = texts.find(({ text }, at) => texts.slice(0, at).some((other) => other.text === text));
    if (!twice) return [];
    const message = `two options read the same: ${String(twice.text)}`;
    return [
      {
        place: ['options', twice.at],
        rule: 'variant-options',
        message,
        fix: 'where: ["…"]: a condition that keeps such numbers out',
      },
    ];
  });
}

/** Numbers are put into a text that was read already. Where they would have been read as markup, what is shown is not what was meant. */
function markupFaults<K extends Kind>(question: QuestionOf<K> & Question, holes: ReadonlyMap<string, string>): Found[] {
  const fill = (text: string) => fillHoles(text, (name) => holes.get(name) ?? '');
  const torn = textsOf(toPublicQuestion<K>(question)).find(({ text }) => {
    if (holesIn(text).length === 0) return false;
    return JSON.stringify(richText(fill(text))) !== JSON.stringify(mapTexts(richText(text), fill));
  });
  if (!torn) return [];
  const message = `with its numbers this text is read as other Markdown: ${fill(torn.text)}`;
  return [{ place: ['prompt'], rule: 'variant-markup', message }];
}
