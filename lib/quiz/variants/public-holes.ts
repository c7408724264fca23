import { type Fault, faultWords } from '@/lib/formula/expression';
import type { Locale } from '@/lib/words/locale';
import { kinds } from '../kinds';
import type { Kind, PublicQuestion } from '../public-kinds';
import type { QuestionOf } from '../question';
import { type Drawn, drawParameters } from './draw-parameters';
import { fillHoles, hole, holesIn } from './hole';
import { holeValue, localeAt } from './instantiate';
import { mapTexts, textsOf } from './walk';

/** A hole that learners see: the name it leaves under, and what stands in it, in the language of its text. */
type ShownHole = { readonly name: string; readonly source: string; readonly locale: Locale };

/**
 * The holes of a public form that still has its author's formulas in it, numbered. Neither formula nor name leaves the server:
 * {= isn + 1} would say how to answer, and {right} which option to choose.
 */
function shownHoles(shown: PublicQuestion): ShownHole[] {
  const holes = new Map<string, ShownHole>();
  // By place and not by the order of keys, which a database does not keep.
  const texts = textsOf(shown).map(({ text, place }) => ({ text, place, at: place.join('.') }));
  for (const { text, place } of texts.sort((one, other) => (one.at < other.at ? -1 : 1))) {
    const locale = localeAt(place);
    for (const source of holesIn(text)) {
      const key = `${locale} ${source}`;
      if (!holes.has(key)) holes.set(key, { name: String(holes.size + 1), source, locale });
    }
  }
  return [...holes.values()];
}

const shownOf = new WeakMap<object, readonly ShownHole[]>();

/** They follow from the template alone: looked for once, and not for each of a thousand draws. */
function templateHoles<K extends Kind>(question: QuestionOf<K>): readonly ShownHole[] {
  const known = shownOf.get(question);
  if (known) return known;
  const holes = shownHoles(kinds[question.kind].toPublic(question));
  shownOf.set(question, holes);
  return holes;
}

/** The public form with numbers in place of formulas: what may leave the server. */
export function withNumberedHoles<P extends PublicQuestion>(shown: P): P {
  const holes = shownHoles(shown);
  if (holes.length === 0) return shown;
  const numbered = mapTexts(shown, (text, place) =>
    fillHoles(text, (source) => {
      const locale = localeAt(place);
      return hole(holes.find((one) => one.source === source && one.locale === locale)?.name ?? '');
    }),
  );
  return JSON.parse(JSON.stringify(numbered));
}

/** What stands in each hole that is shown, or the first one that has no value. */
export function holesFor<K extends Kind>(question: QuestionOf<K>, drawn: Drawn): Map<string, string> | Fault {
  const values = new Map<string, string>();
  for (const { name, source, locale } of templateHoles<K>(question)) {
    const value = holeValue(source, drawn, locale);
    if (typeof value !== 'string') return value;
    values.set(name, value);
  }
  return values;
}

/** The values of the holes that learners see, by the names under which they leave; of no other formula. */
export function publicHoles<K extends Kind>(question: QuestionOf<K>, seed: string): Record<string, string> {
  const drawn = drawParameters(question, seed);
  const values = drawn.kind === 'drawn' ? holesFor(question, drawn) : drawn;
  if (values instanceof Map) return Object.fromEntries(values);
  throw new Error(
    `"${question.id}" has no numbers for the seed ${seed}: ${'why' in values ? values.why : faultWords(values)}`,
  );
}
