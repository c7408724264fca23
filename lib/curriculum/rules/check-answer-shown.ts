import { asTyped, settled } from '@/lib/quiz/number-key';
import type { Question } from '@/lib/quiz/question';
import { filledText, isTemplate, localeAt, tryInstantiate } from '@/lib/quiz/variants/instantiate';
import { mapTexts } from '@/lib/quiz/variants/walk';
import { formsOf, type WordsKey } from '@/lib/quiz/words-key';
import { type Locale, locales } from '@/lib/words/locale';
import type { QuestionFault, QuestionRule } from './question-fault';
import { isEmpty, isPhrase, says, searchable } from './searched-text';

/** Neither the prompt nor a hint says the answer, in any language. */
export const checkAnswerShown: QuestionRule = (question) => {
  const asked = isTemplate(question) ? draws(question) : [question];
  const [first] = asked;
  if (!first) return [];
  return locales.flatMap((locale) => [
    ...inPrompt(asked, locale),
    ...inTemplate(asked, locale),
    ...(question.hints ?? []).flatMap((_, at) => inHint(asked, at, locale)),
  ]);
};

const seeds = ['1', '2', '3'].map((digit) => digit.repeat(32));

/** A variant as three learners see it: what shows the answer of one draw alone is chance. */
function draws(question: Question): Question[] {
  return seeds.flatMap((seed) => {
    const instance = tryInstantiate(question, seed);
    if (instance.kind === 'not-drawn') return [];
    const { drawn } = instance;
    const filled: Question = JSON.parse(
      JSON.stringify(
        mapTexts(instance.question, (text, place) => {
          const shown = filledText(text, drawn, localeAt(place));
          return typeof shown === 'string' ? shown : text;
        }),
      ),
    );
    return [filled];
  });
}

function inEach(asked: readonly Question[], find: (question: Question) => string | undefined): string | undefined {
  const found = asked.map(find);
  return found.every((one) => one !== undefined) ? found[0] : undefined;
}

function inPrompt(asked: readonly Question[], locale: Locale): QuestionFault[] {
  const found = inEach(asked, (question) => {
    const prompt = question.prompt[locale];
    return prompt === undefined || isTrap(question, prompt) ? undefined : answerIn(question, prompt, locale);
  });
  if (found === undefined) return [];
  return [
    {
      place: ['prompt', locale],
      rule: 'prompt-answer',
      severity: 'warning',
      message: 'the prompt says the answer',
      expected: wayOut(asked[0]),
      found,
    },
  ];
}

function wayOut(question: Question | undefined): string {
  switch (question?.kind) {
    case 'numeric':
      return 'a prompt without this number; or, if it stands there as a trap, a mistake that a sensible person makes instead';
    case 'short-text':
      return 'a prompt without this word; or, if it names what to choose from, near forms of the others';
    default:
      return 'a prompt from which the answer has to be found';
  }
}

/** In the words around the blanks, but not in code: there a word often comes twice. */
function inTemplate(asked: readonly Question[], locale: Locale): QuestionFault[] {
  const found = inEach(asked, (question) => {
    if (question.kind !== 'fill-in') return undefined;
    const text = question.template[locale]?.replace(/(`+)[\s\S]*?\1/g, ' ').replace(/\{\{[^}]*\}\}/g, ' ');
    return text === undefined ? undefined : blanksIn(question, searchable(text), searchable(text));
  });
  if (found === undefined) return [];
  return [
    {
      place: ['template', locale],
      rule: 'prompt-answer',
      severity: 'warning',
      message: 'what belongs into a blank stands beside it',
      expected: 'a sentence from which the answer has to be found',
      found,
    },
  ];
}

function inHint(asked: readonly Question[], at: number, locale: Locale): QuestionFault[] {
  const hint = asked[0]?.hints?.[at]?.[locale];
  if (hint === undefined) return [];
  const place = ['hints', at, locale];
  const said = searchable(hint);
  const before = [asked[0]?.prompt[locale], ...(asked[0]?.hints?.slice(0, at) ?? []).map((one) => one[locale])];
  if (isEmpty(hint)) return [];
  if (before.some((one) => one !== undefined && searchable(one) === said))
    return [
      {
        place,
        rule: 'hint-repeats',
        severity: 'warning',
        message: 'this hint says again what was said before',
        found: hint,
      },
    ];
  const found = inEach(asked, (question) => {
    const text = question.hints?.[at]?.[locale];
    return text === undefined ? undefined : answerIn(question, text, locale);
  });
  if (found === undefined) return [];
  return [
    {
      place,
      rule: 'hint-answer',
      severity: 'warning',
      message: 'this hint is the answer',
      expected: 'the next step of the thinking; the solution is shown elsewhere',
      found,
    },
  ];
}

/** The prompt of a number with foreseen mistakes, or of words with near ones in the prompt, may name the answer among others. */
function isTrap(question: Question, prompt: string): boolean {
  if (question.kind === 'numeric') return question.mistakes.length > 0;
  return question.kind === 'short-text' && namesNear(question, searchable(prompt));
}

function namesNear(key: WordsKey, text: string): boolean {
  return key.near.some((near) => formsOf(near.accept ?? []).some((form) => says(text, searchable(form))));
}

/** The answer as it stands in a text, if it does; each kind in its own way. */
function answerIn(question: Question, markdown: string, locale: Locale): string | undefined {
  const text = searchable(markdown);
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return optionsIn(question.options, text, locale);
    case 'pointing':
      return question.target.in === 'figure'
        ? optionsIn(question.target.regions, text, locale)
        : bytesIn(question.target, text);
    case 'numeric':
      return numberIn(question, text);
    case 'short-text':
      return wordIn(question, text);
    case 'fill-in':
      return blanksIn(question, text, searchable(question.template[locale] ?? ''));
    case 'ordering':
      return stepsIn(question.steps, text, locale);
    case 'prediction':
      return fieldsIn(question.fields, text);
    case 'matching':
      return pairsIn(question, text, locale);
    case 'categorising':
      return undefined;
    case 'written':
      return question.answer?.[locale] !== undefined && says(text, searchable(question.answer[locale]))
        ? question.answer[locale]
        : undefined;
  }
}

type Option = { readonly text: Readonly<Partial<Record<Locale, string>>>; readonly right?: true | undefined };

/** Every right option in its own words, and no wrong one. A number or a name alone often stands there for good reason. */
function optionsIn(options: readonly Option[], text: string, locale: Locale): string | undefined {
  const named = (option: Option) => {
    const words = searchable(option.text[locale] ?? '');
    return isPhrase(words) && says(text, words);
  };
  const right = options.filter((option) => option.right);
  if (!right.every(named) || options.some((option) => !option.right && named(option))) return undefined;
  return right.map((option) => option.text[locale]).join(', ');
}

function numberIn(key: { value: number | string; bases?: Parameters<typeof asTyped>[0]['bases'] }, text: string) {
  const typed = asTyped(key);
  // Of a single digit there are too many in any text.
  const forms = [String(settled(key.value)), typed].filter((form) => /\d.*\d/.test(form));
  return forms.find((form) => says(text, searchable(form)));
}

function wordIn(key: WordsKey, text: string): string | undefined {
  return formsOf(key.accept).find((form) => {
    const words = searchable(form);
    return (words.length >= 3 || /\p{Script=Han}{2}/u.test(words)) && says(text, words);
  });
}

function blanksIn(
  { blanks }: Extract<Question, { kind: 'fill-in' }>,
  text: string,
  template: string,
): string | undefined {
  for (const blank of blanks) {
    const found =
      blank.kind === 'text'
        ? namesNear(blank, text) || namesNear(blank, template)
          ? undefined
          : wordIn(blank, text)
        : blank.kind === 'number' && blank.mistakes.length === 0
          ? numberIn(blank, text)
          : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** All steps one after the other, as they are to be put. */
function stepsIn(steps: readonly Option[], text: string, locale: Locale): string | undefined {
  let from = 0;
  for (const step of steps) {
    const words = searchable(step.text[locale] ?? '');
    const at = words === '' || !says(text, words) ? -1 : text.indexOf(words, from);
    if (at === -1) return undefined;
    from = at + words.length;
  }
  return steps.map((step) => step.text[locale]).join(' → ');
}

/** Right items that are phrases, each said in the prompt behind its left one. */
function pairsIn(
  { lefts, rights }: Extract<Question, { kind: 'matching' }>,
  text: string,
  locale: Locale,
): string | undefined {
  let from = 0;
  for (const left of lefts) {
    const right = rights.find(({ id }) => id === left.match);
    for (const words of [searchable(left.text[locale] ?? ''), searchable(right?.text[locale] ?? '')]) {
      const at = words === '' || !says(text, words) ? -1 : text.indexOf(words, from);
      if (at === -1) return undefined;
      from = at + words.length;
    }
  }
  return lefts.map((left) => left.text[locale]).join(', ');
}

function bytesIn({ hex, from, to }: { hex: string; from: number; to: number }, text: string): string | undefined {
  const bytes = hex.slice(from * 2, to * 2 + 2).match(/../g) ?? [];
  const forms = [
    bytes.join(' '),
    bytes.join(''),
    `0x${bytes.join('')}`,
    `${from} to ${to}`,
    `${from} ${to}`,
    `${from}到${to}`,
  ];
  // A single byte is too short to be recognised.
  return bytes.length < 2 ? undefined : forms.find((form) => says(text, form));
}

/** A field may well be given; all of them may not. */
function fieldsIn(fields: readonly { name: string; value: string }[], text: string): string | undefined {
  const isGiven = fields.every(({ value }) => /[a-z0-9]{2}/i.test(value) && says(text, searchable(value)));
  return isGiven ? fields.map(({ name, value }) => `${name} ${value}`).join(', ') : undefined;
}
