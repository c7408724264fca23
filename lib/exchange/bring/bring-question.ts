import { quizSchema } from '@/lib/quiz/question';
import type { Locale } from '@/lib/words/locale';
import type { Exchanged, Text } from '../exchanged';
import type { Note } from '../note';
import { bringChoice } from './bring-choice';
import { bringEssay } from './bring-essay';
import { bringGaps } from './bring-gaps';
import { bringNumber } from './bring-number';
import { bringMatching, bringOrdering } from './bring-placing';
import { bringWords } from './bring-words';
import { Bringing, NotBrought } from './bringing';
import { freeId, slugOf, type Taken } from './slug';

/** What the questions come into. */
export type Into = {
  readonly locale: Locale;
  /** The objective of every question whose own is not known; the lesson's own objectives. */
  readonly objective?: string;
  readonly objectives: readonly string[];
  /** Ids that are not free; those given out are added. */
  readonly taken: Taken;
};

export type Brought = { readonly question?: Record<string, unknown>; readonly notes: readonly Note[] };

/** A question of another system as an author of ours would write it in quiz.yaml, and all that did not come along. Pure. */
export function bringQuestion(from: Exchanged, into: Into): Brought {
  const bringing = new Bringing(from, into.locale);
  try {
    const question = madeOf(bringing, into);
    const checked = quizSchema.safeParse({ questions: [question] });
    if (!checked.success) {
      const [issue] = checked.error.issues;
      throw new NotBrought(
        `${issue?.path.slice(2).join('.') ?? ''}: ${issue?.message ?? 'it does not fit the schema'}`,
      );
    }
    into.taken.add(String(question.id));
    return { question, notes: bringing.notes };
  } catch (fault) {
    if (!(fault instanceof NotBrought)) throw fault;
    const { name: item, line, column } = from;
    return { notes: [{ item, loss: 'left-out', why: fault.message, line, column }] };
  }
}

const objectiveTag = /^objective:([a-z0-9-]+)$/;

function madeOf(bringing: Bringing, into: Into): Record<string, unknown> {
  const { from, locale } = bringing;
  const told = from.tags.flatMap((tag) => objectiveTag.exec(tag)?.[1] ?? []).find((id) => into.objectives.includes(id));
  const objective = told ?? into.objective;
  const isAssessed = from.tags.includes('use:assessed');
  const others = from.tags.filter((tag) => !objectiveTag.test(tag) && tag !== 'use:assessed');
  if (others.length > 0) bringing.note('lost', `its tags: ${others.join(', ').slice(0, 120)}`);
  if (from.category) bringing.note('lost', `its category: ${from.category.slice(0, 120)}`);
  for (const unread of from.unread) bringing.note('lost', unread);

  const { prompt: ownPrompt, ...own } = kindOf(bringing);
  const explanation = own.kind === 'written' ? own.explanation : explanationOf(bringing);
  const hints = hintsOf(bringing);
  const id = freeId(slugOf(from.idNumber ?? '') || slugOf(from.name) || 'question', {
    has: (one) => into.taken.has(one),
    add: () => undefined,
  });
  return {
    id,
    ...(objective === undefined ? {} : { objective }),
    ...(isAssessed ? { use: 'assessed' } : {}),
    prompt: ownPrompt ?? bringing.text(from.text, 'its text'),
    ...own,
    ...(explanation ? { explanation } : {}),
    ...(hints.length > 0 ? { hints: hints.map((hint) => ({ [locale]: hint })) } : {}),
  };
}

function kindOf(bringing: Bringing): Record<string, unknown> {
  const { asked } = bringing.from;
  switch (asked.kind) {
    case 'choice':
      return bringChoice(bringing, asked);
    case 'words':
      return bringWords(bringing, asked);
    case 'number':
      return bringNumber(bringing, asked);
    case 'matching':
      return bringMatching(bringing, asked);
    case 'ordering':
      return bringOrdering(bringing, asked);
    case 'gaps':
      return bringGaps(bringing, asked);
    case 'essay':
      return bringEssay(bringing, asked);
    case 'description':
      throw new NotBrought('it asks nothing; its words belong into the lesson’s text');
    case 'unknown':
      throw new NotBrought(`there is no kind of question here for "${asked.name}"`);
  }
}

/** Words and numbers that are right have no feedback of their own here: what was said to them is explained to everyone. */
function explanationOf(bringing: Bringing): Record<string, string> | undefined {
  const { explanation, asked } = bringing.from;
  const told: string[] = explanation ? [bringing.markdown(explanation, 'general feedback')] : [];
  if (asked.kind === 'words' || asked.kind === 'number') {
    const rights = asked.answers.flatMap(({ weight, feedback }): Text[] =>
      weight >= 99.99 && feedback ? [feedback] : [],
    );
    for (const feedback of rights) {
      const markdown = bringing.markdown(feedback, 'feedback');
      if (markdown === '' || told.includes(markdown)) continue;
      told.push(markdown);
      bringing.note('approximated', 'what is said to a right answer stands in the explanation');
    }
  }
  const whole = told.filter((one) => one !== '').join('\n\n');
  return whole === '' ? undefined : { [bringing.locale]: whole };
}

function hintsOf(bringing: Bringing): string[] {
  const hints = bringing.from.hints.map((hint) => bringing.markdown(hint, 'a hint')).filter((hint) => hint !== '');
  if (hints.length > 5) bringing.note('lost', `${hints.length - 5} of its hints: a question has at most five`);
  return hints.slice(0, 5);
}
