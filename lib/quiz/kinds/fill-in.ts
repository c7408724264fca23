import { z } from 'zod';
import type { Feedback, Mark } from '../answer';
import { type Blank, blankSchema, judgeBlank, misconceptionIn, publicBlank, rightIn } from '../blank';
import { type CreditRule, creditFor } from '../credit';
import type { Grade } from '../grade';
import { optionIds, publicText } from '../letters';
import { localizedMarkdown } from '../localized-markdown';
import type { FillInResponse, PublicFillIn } from '../public-fill-in';
import { haveOwnIds, questionBase } from '../question-base';
import { blankOrder, letteredTemplate, templateFault } from '../template';

const blanksRules = ['each-part', 'all-or-nothing'] as const satisfies readonly CreditRule[];

export const fillInSchema = z
  .strictObject({
    ...questionBase,
    kind: z.literal('fill-in'),
    credit: z.enum(blanksRules).default('each-part'),
    /** A sentence, several, or a block of code, with `{{id}}` where something is to be filled in. */
    template: localizedMarkdown,
    blanks: z.array(blankSchema).min(1).max(12).refine(haveOwnIds, 'two blanks share an id'),
  })
  .superRefine(({ template, blanks }, context) => {
    const ids = blanks.map(({ id }) => id);
    for (const language of ['en', 'zh'] as const) {
      const text = template[language];
      const message = text === undefined ? undefined : templateFault(text, ids);
      if (message)
        context.addIssue({
          code: 'custom',
          path: ['template', language],
          message,
          params: { rule: 'fill-in-blank' },
        });
    }
  });

export type FillIn = z.infer<typeof fillInSchema>;

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** The blanks with their letters, in the order in which they are read. */
function lettered({ template, blanks }: FillIn): { letter: string; blank: Blank }[] {
  return blankOrder(template).flatMap((id, at) =>
    blanks.filter((blank) => blank.id === id).map((blank) => ({ letter: alphabet.charAt(at), blank })),
  );
}

/** What decides the order of a blank's own options: nothing that is secret. */
const scope = (question: FillIn, letter: string) => `${question.id}.${letter}`;

/** What was said in a blank. An author may call one `constructor`, which every object has. */
function saidIn(blanks: FillInResponse['blanks'], { id }: FillIn['blanks'][number]): string | undefined {
  return Object.hasOwn(blanks, id) ? blanks[id] : undefined;
}

export const fillIn = {
  toPublic(question: FillIn): PublicFillIn {
    const places = lettered(question);
    return {
      kind: 'fill-in',
      prompt: publicText(question.prompt),
      template: letteredTemplate(question.template, new Map(places.map(({ letter, blank }) => [blank.id, letter]))),
      blanks: places.map(({ letter, blank }) => publicBlank(blank, letter, scope(question, letter))),
    };
  },

  letters(question: FillIn): Record<string, string> {
    const names = lettered(question).flatMap(({ letter, blank }) => {
      const own = blank.kind === 'choice' ? Object.entries(optionIds(scope(question, letter), blank.options)) : [];
      return [[letter, blank.id], ...own.map(([name, id]) => [`${letter}.${name}`, `${blank.id}.${id}`])];
    });
    return Object.fromEntries(names);
  },

  grade(question: FillIn, { blanks }: FillInResponse): Grade {
    let right = 0;
    for (const blank of question.blanks) {
      const said = saidIn(blanks, blank);
      if (said === undefined) return { kind: 'incomplete', missing: 'blanks' };
      const judged = judgeBlank(blank, said);
      if ('missing' in judged) return { kind: 'incomplete', missing: judged.missing };
      if (judged.right) right += 1;
    }
    return { kind: 'scored', earned: creditFor(question.credit, { right, of: question.blanks.length }), possible: 1 };
  },

  /** Each blank by itself: what is right may stay, what is not is thought over again. */
  feedback(question: FillIn, { blanks }: FillInResponse): Feedback {
    const marks: [string, Mark][] = question.blanks.flatMap((blank) => {
      const judged = judgeBlank(blank, saidIn(blanks, blank) ?? '');
      return 'missing' in judged ? [] : [[blank.id, judged]];
    });
    const right = marks.filter(([, mark]) => mark.right).length;
    return { marks: Object.fromEntries(marks), parts: { right, of: question.blanks.length } };
  },

  /** Of several, the first that is read. */
  misconception(question: FillIn, { blanks }: FillInResponse): string | undefined {
    const named = lettered(question).map(({ blank }) => misconceptionIn(blank, saidIn(blanks, blank) ?? ''));
    return named.find((name) => name !== undefined);
  },

  fromKey(question: FillIn): FillInResponse {
    return { blanks: Object.fromEntries(question.blanks.map((blank) => [blank.id, rightIn(blank)])) };
  },

  blank: (): FillInResponse => ({ blanks: {} }),
};
