import { plainText } from '@/lib/quiz/plain-text';
import type { Question } from '@/lib/quiz/question';
import { richText } from '@/lib/quiz/rich-text';
import { unitsOf } from '@/lib/quiz/units';
import type { Locale, Localized } from '@/lib/words/locale';
import { type Exchanged, type ExchangedUnit, type Gap, gapMark, type Text, type Weighted } from '../exchanged';
import { cannotBeGift } from '../gift/write-gift';
import type { Note } from '../note';
import { takeNumber } from './take-number';
import { takeWords } from './take-words';
import { NotTaken, Taking } from './taking';

export type Taken = { readonly question?: Exchanged; readonly notes: readonly Note[] };
export type Into = { readonly locale: Locale; readonly format: 'gift' | 'moodle'; readonly category?: string };

/** A question of ours in the terms of GIFT and Moodle XML, and all that they cannot hold. Pure. */
export function takeQuestion(question: Question, into: Into): Taken {
  const taking = new Taking(question.id, into.locale);
  try {
    const taken = exchangedOf(taking, question, into);
    const why = into.format === 'gift' ? cannotBeGift(taken) : undefined;
    if (why) throw new NotTaken(why);
    return { question: taken, notes: taking.notes };
  } catch (fault) {
    if (!(fault instanceof NotTaken)) throw fault;
    return { notes: [{ item: question.id, loss: 'left-out', why: fault.message }] };
  }
}

function exchangedOf(taking: Taking, question: Question, into: Into): Exchanged {
  if (question.parameters)
    throw new NotTaken('everyone gets numbers of their own in it, which neither format can draw');
  const { explanation, hints = [] } = question;
  if (into.format === 'gift' && hints.length > 0) taking.note('lost', `its hints (${hints.length})`);
  if (question.moved) taking.note('lost', `that its id was ${question.moved} before`);
  const own = ownOf(taking, question, into);
  return {
    line: 1,
    column: 1,
    name: question.id,
    idNumber: question.id,
    text: taking.html(question.prompt),
    ...(explanation ? { explanation: taking.html(explanation) } : {}),
    hints: into.format === 'gift' ? [] : hints.map((hint) => taking.html(hint)),
    tags: [
      ...(question.objective ? [`objective:${question.objective}`] : []),
      ...(question.use === 'assessed' ? ['use:assessed'] : []),
    ],
    ...(into.category === undefined ? {} : { category: into.category }),
    unread: [],
    ...own,
  };
}

/** What is asked, and where a kind needs it a text or an explanation of its own. */
type Own = Pick<Exchanged, 'asked'> & { text?: Text; explanation?: Text };

function ownOf(taking: Taking, question: Question, { format }: Into): Own {
  switch (question.kind) {
    case 'single-choice':
      taking.misconceptions(question.options);
      return {
        asked: {
          kind: 'choice',
          single: true,
          ...trueFalse(question.options),
          answers: choices(taking, question.options),
        },
      };
    case 'multiple-choice':
      return { asked: several(taking, question) };
    case 'short-text':
      if (question.case === 'exact' && format === 'gift')
        taking.note('approximated', 'capitals do not count there: GIFT cannot say that they do');
      return {
        asked: {
          kind: 'words',
          exactCase: question.case === 'exact' && format === 'moodle',
          answers: takeWords(taking, question),
        },
      };
    case 'numeric':
      return number(taking, question, format);
    case 'matching': {
      if (question.lefts.some(({ feedback, mistakes }) => feedback || mistakes.length > 0))
        taking.note('lost', 'what is said to wrong pairs');
      eachPart(taking, question.credit);
      taking.misconceptions(question.lefts);
      const used = new Set(question.lefts.map(({ match }) => match));
      const rightOf = (id: string) => plain(taking, question.rights.find((right) => right.id === id)?.text ?? {});
      return {
        asked: {
          kind: 'matching',
          pairs: [
            ...question.lefts.map(({ text, match }) => ({ left: taking.html(text), right: rightOf(match) })),
            ...question.rights
              .filter(({ id }) => !used.has(id))
              .map(({ id }) => ({ left: { format: 'html' as const, text: '' }, right: rightOf(id) })),
          ],
        },
      };
    }
    case 'categorising': {
      taking.note('approximated', 'its categories are the right side of a matching question');
      if (question.items.some(({ feedback, mistakes }) => feedback || mistakes.length > 0))
        taking.note('lost', 'what is said to items in a wrong category');
      eachPart(taking, question.credit);
      taking.misconceptions(question.items);
      const used = new Set(question.items.map(({ category }) => category));
      const nameOf = (id: string) => plain(taking, question.categories.find((one) => one.id === id)?.text ?? {});
      return {
        asked: {
          kind: 'matching',
          pairs: [
            ...question.items.map(({ text, category }) => ({ left: taking.html(text), right: nameOf(category) })),
            ...question.categories
              .filter(({ id }) => !used.has(id))
              .map(({ id }) => ({ left: { format: 'html' as const, text: '' }, right: nameOf(id) })),
          ],
        },
      };
    }
    case 'ordering': {
      if (question.steps.some(({ feedback }) => feedback))
        taking.note('lost', 'what is said to a step that stands too early');
      const steps = question.steps.map(({ text }) => taking.html(text));
      if (format === 'moodle') return { asked: { kind: 'ordering', steps } };
      taking.note(
        'approximated',
        'GIFT has no putting in order: each step is matched with its number, and each pair is paid',
      );
      return { asked: { kind: 'matching', pairs: steps.map((left, at) => ({ left, right: String(at + 1) })) } };
    }
    case 'fill-in':
      return fillIn(taking, question, format);
    case 'written':
      return written(taking, question, format);
    case 'pointing':
      throw new NotTaken('pointing at bytes or at a place of a figure is known to neither format');
    case 'prediction':
      throw new NotTaken('what the lab does next is computed here, and known to neither format');
  }
}

type Kind<K extends Question['kind']> = Extract<Question, { kind: K }>;

function choices(taking: Taking, options: Kind<'single-choice'>['options']): Weighted<Text>[] {
  const { options: isTrueFalse } = trueFalse(options);
  return options.map((option) => ({
    answer: isTrueFalse ? { format: 'plain', text: option.id } : taking.html(option.text),
    weight: option.right ? 100 : 0,
    ...taking.feedback(option.feedback),
  }));
}

const truths = { true: { en: 'True', zh: '对' }, false: { en: 'False', zh: '错' } } as const;

/** Two options with these ids and words are what the others call true or false. */
function trueFalse(options: Kind<'single-choice'>['options']): { options?: 'true-false' } {
  const [yes, no, ...more] = options;
  const says = (option: typeof yes, id: 'true' | 'false') =>
    option?.id === id &&
    (['en', 'zh'] as const).every((locale) => (option.text[locale] ?? truths[id][locale]) === truths[id][locale]);
  return says(yes, 'true') && says(no, 'false') && more.length === 0 ? { options: 'true-false' } : {};
}

/** The shares that Moodle knows; another one stops its import. */
const shares = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
];

function several(taking: Taking, { options, credit }: Kind<'multiple-choice'>): Exchanged['asked'] {
  taking.misconceptions(options);
  const rights = options.filter(({ right }) => right).length;
  const exact = 100 / rights;
  const share = shares.reduce((best, one) => (Math.abs(one - exact) < Math.abs(best - exact) ? one : best));
  if (Math.abs(share - exact) > 0.001)
    taking.note('approximated', `each right tick earns ${share} %: Moodle knows no share of ${exact.toFixed(2)} %`);
  const isAll = credit === 'all-or-nothing';
  if (isAll && rights > 1)
    taking.note('approximated', 'some of the right ticks alone earn their share there: all-or-nothing cannot be said');
  const cost = isAll ? -100 : -share;
  return {
    kind: 'choice',
    single: false,
    answers: options.map((option) => ({
      answer: taking.html(option.text),
      weight: option.right ? share : cost,
      ...taking.feedback(option.feedback),
    })),
  };
}

function number(taking: Taking, question: Kind<'numeric'>, format: Into['format']): Own {
  const answers = takeNumber(taking, question);
  const units: ExchangedUnit[] = question.units
    ? unitsOf(question.units).map(({ text, id, factor }) => ({
        name: text[taking.locale] ?? text.en ?? text.zh ?? id,
        multiplier: 1 / factor,
      }))
    : question.unit
      ? [{ name: taking.markdown(question.unit), multiplier: 1 }]
      : [];
  const [first] = units;
  if (format === 'moodle' || !first)
    return { asked: { kind: 'number', answers, units: format === 'moodle' ? units : [] } };
  taking.note('approximated', `GIFT has no units: "(${first.name})" stands at the end of the prompt`);
  return {
    text: taking.html(withWords(question.prompt, taking, `(${first.name})`)),
    asked: { kind: 'number', answers, units: [] },
  };
}

function withWords(prompt: Localized, taking: Taking, words: string): Localized {
  return { [taking.locale]: `${taking.markdown(prompt)} ${words}` };
}

function eachPart(taking: Taking, credit: string): void {
  if (credit === 'all-or-nothing')
    taking.note('approximated', 'each right pair earns its share there: all-or-nothing cannot be said');
}

/** What stands in a list to choose from is bare words. */
function plain(taking: Taking, text: Localized): string {
  const read = richText(taking.markdown(text));
  const [only] = read;
  const isBare = read.length === 1 && only?.kind === 'paragraph' && only.of.every((part) => typeof part === 'string');
  if (!isBare) taking.note('lost', 'emphasis and code at the right side of a pair');
  return plainText(read);
}

function fillIn(taking: Taking, question: Kind<'fill-in'>, format: Into['format']): Own {
  eachPart(taking, question.credit);
  const places = question.blanks.map(({ id }) => id);
  const [first, ...others] = question.blanks;
  if (format === 'gift' && others.length > 0)
    throw new NotTaken(`GIFT has no text with several blanks; it has ${question.blanks.length}`);
  const marked = (put: (at: number) => string) =>
    taking
      .markdown(question.template)
      .replace(/\{\{\s*([a-z0-9-]+)\s*\}\}/g, (_, id: string) => put(places.indexOf(id)));
  if (/^(```|~~~| {4})/m.test(taking.markdown(question.template)) && format === 'gift')
    taking.note('approximated', 'a blank in code is a line of underscores there');
  const lead = taking.markdown(question.prompt);
  if (format === 'gift' && first) {
    taking.note(
      'approximated',
      'its blank is a line of underscores in the sentence, and what belongs there is asked after it',
    );
    const gap = gapOf(taking, first);
    const text = taking.html({ [taking.locale]: `${lead}\n\n${marked(() => '\\_\\_\\_\\_\\_')}` });
    if (gap.kind !== 'choice') return { text, asked: gap.kind === 'words' ? gap : { ...gap, units: [] } };
    return {
      text,
      asked: {
        kind: 'choice',
        single: true,
        answers: gap.answers.map((one) => ({ ...one, answer: { format: 'plain', text: one.answer } })),
      },
    };
  }
  taking.note('approximated', 'what is asked and the text with the blanks are one text there');
  return {
    text: taking.html({ [taking.locale]: `${lead}\n\n${marked(gapMark)}` }),
    asked: { kind: 'gaps', gaps: question.blanks.map((blank) => gapOf(taking, blank)) },
  };
}

function gapOf(taking: Taking, blank: Kind<'fill-in'>['blanks'][number]): Gap {
  switch (blank.kind) {
    case 'text':
      return { kind: 'words', exactCase: blank.case === 'exact', answers: takeWords(taking, blank) };
    case 'number':
      return { kind: 'number', answers: takeNumber(taking, blank) };
    case 'choice':
      taking.misconceptions(blank.options);
      return {
        kind: 'choice',
        answers: blank.options.map((option) => ({
          answer: taking.markdown(option.text),
          weight: option.right ? 100 : 0,
          ...taking.feedback(option.feedback),
        })),
      };
  }
}

/** What a writer compares with is general feedback there; what a person marks by is told to who marks. */
function written(taking: Taking, question: Kind<'written'>, format: Into['format']): Own {
  if (question.length.min > 1 || question.length.max < 4_000)
    taking.note('lost', `its length (${question.length.min} to ${question.length.max} characters)`);
  if (question.marked === 'self') {
    if (question.selfCheck.length > 0) taking.note('lost', 'the list to check one’s own text by');
    const parts = [question.answer, question.explanation].flatMap((text) => (text ? [taking.markdown(text)] : []));
    if (parts.length > 1) taking.note('approximated', 'the model answer and the explanation are one text there');
    return { explanation: taking.html({ [taking.locale]: parts.join('\n\n') }), asked: { kind: 'essay' } };
  }
  const lines = question.rubric.map(
    ({ text, points, guidance }) =>
      `- ${taking.markdown(text)} (${points})${guidance ? `: ${taking.markdown(guidance)}` : ''}`,
  );
  if (format === 'gift') taking.note('lost', 'the rubric: GIFT has no place for it');
  else taking.note('approximated', 'its rubric is a list that is told to who marks');
  return {
    asked: {
      kind: 'essay',
      ...(format === 'gift' ? {} : { guidance: taking.html({ [taking.locale]: lines.join('\n') }) }),
    },
  };
}
