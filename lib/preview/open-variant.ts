import type { Question } from '@/lib/quiz/question';
import type { Drawn } from '@/lib/quiz/variants/draw-parameters';
import { filledText, isTemplate, localeAt, tryInstantiate } from '@/lib/quiz/variants/instantiate';
import { publicHoles } from '@/lib/quiz/variants/public-holes';
import { mapTexts } from '@/lib/quiz/variants/walk';

/** A question as one draw asks it: its numbers, and all its texts and its key with them filled in. */
export type OpenDraw =
  | { readonly kind: 'drawn'; readonly seed: string; readonly numbers: readonly string[]; readonly question: Question }
  | { readonly kind: 'not-drawn'; readonly seed: string; readonly why: string };

/** How many draws an author looks at. The check looks at a thousand (lib/quiz/variants/prove-variant.ts). */
const sampled = 3;

/** The same seeds on every look: who mends a formula compares with what stood there before. */
export function sampleSeeds(): readonly string[] {
  return Array.from({ length: sampled }, (_, at) => ((at + 1) * 0x9e3779b1).toString(16).padStart(32, '5'));
}

/** Three draws of a variant; none of a question that has no parameters. */
export function openDraws(question: Question): readonly OpenDraw[] {
  if (!isTemplate(question)) return [];
  return sampleSeeds().map((seed): OpenDraw => {
    const instance = tryInstantiate(question, seed);
    if (instance.kind === 'not-drawn')
      return { kind: 'not-drawn', seed, why: `${instance.place.join('.')}: ${instance.why}` };
    return { kind: 'drawn', seed, numbers: numbersOf(instance.drawn), question: shownFilled(instance) };
  });
}

/** The numbers that a learner's first draw could have; undefined for what is no variant, or has no numbers. */
export function sampleHoles(question: Question): Record<string, string> | undefined {
  const [seed] = sampleSeeds();
  if (!seed || !isTemplate(question) || tryInstantiate(question, seed).kind === 'not-drawn') return undefined;
  return publicHoles(question, seed);
}

/** What is shown keeps its holes in an instance; here they are filled as well. */
function shownFilled({ question, drawn }: { question: Question; drawn: Drawn }): Question {
  const filled = mapTexts(question, (text, place) => {
    const value = filledText(text, drawn, localeAt(place));
    return typeof value === 'string' ? value : text;
  });
  const whole: Question = JSON.parse(JSON.stringify(filled));
  return whole;
}

function numbersOf({ en }: Drawn): string[] {
  return Object.entries(en).map(([name, value]) => `${name} = ${Array.isArray(value) ? value.join(', ') : value}`);
}
