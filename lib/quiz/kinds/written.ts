import { z } from 'zod';
import type { Feedback } from '../answer';
import type { Grade } from '../grade';
import { publicText } from '../letters';
import { localizedMarkdown } from '../localized-markdown';
import { isBlank } from '../public-text';
import { longestWritten, type PublicWritten, type WrittenResponse } from '../public-written';
import { haveOwnIds, idSchema, questionBase } from '../question-base';
import { richTexts } from '../rich-text';

/** What a text is marked by. The words and the points are shown beforehand; the guidance is for who marks. */
const criterion = z.strictObject({
  id: idSchema,
  text: localizedMarkdown,
  points: z.int().min(1).max(100),
  guidance: localizedMarkdown.optional(),
});

const characters = z.int().min(1).max(longestWritten);

export const writtenSchema = z
  .strictObject({
    ...questionBase,
    kind: z.literal('written'),
    /** `self`: the writer compares with a model answer. `person`: somebody reads it, by a rubric. */
    marked: z.enum(['self', 'person']).default('self'),
    /** The model answer: shown once an own one was handed in. */
    answer: localizedMarkdown.optional(),
    /** What to look for in one's own text, one thing a line. */
    selfCheck: z.array(localizedMarkdown).max(12).default([]),
    rubric: z.array(criterion).max(12).refine(haveOwnIds, 'two criteria share an id').default([]),
    /** In characters. */
    length: z
      .strictObject({ min: characters.default(1), max: characters.default(4_000) })
      .refine(({ min, max }) => min <= max, 'the least is more than the most')
      .default({ min: 1, max: 4_000 }),
  })
  .superRefine(({ marked, answer, selfCheck, rubric }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (marked === 'self' && !answer)
      issue(
        'answer',
        'a text that its writer judges needs a model answer to compare with: answer: { en: "…", zh: "…" }',
      );
    if (marked === 'self' && rubric.length > 0)
      issue('rubric', 'a rubric is for a person who marks: write "marked: person", or make it a selfCheck list');
    if (marked === 'person' && rubric.length === 0)
      issue('rubric', 'whoever marks this needs a rubric: [{ id: names-the-cause, text: { en: "…" }, points: 2 }]');
    if (marked === 'person' && selfCheck.length > 0)
      issue('selfCheck', 'nobody ticks this off when a person marks; make each line a criterion of the rubric');
  });

export type Written = z.infer<typeof writtenSchema>;

export const written = {
  toPublic(question: Written): PublicWritten {
    const { rubric, length } = question;
    return {
      kind: 'written',
      prompt: publicText(question.prompt),
      marked: question.marked,
      length: { min: length.min, max: length.max },
      ...(rubric.length > 0 ? { rubric: rubric.map(({ text, points }) => ({ text: publicText(text), points })) } : {}),
    };
  },

  letters({ length }: Written): Record<string, string> {
    const rules = [`:min ${length.min}`, `:max ${length.max}`];
    return Object.fromEntries(rules.map((rule) => [rule, rule]));
  },

  /** No machine judges a text. What a self-check would give is the writer's own opinion, and no evidence. */
  grade({ marked, rubric }: Written, { text }: WrittenResponse): Grade {
    if (isBlank(text)) return { kind: 'incomplete', missing: 'text' };
    const points = rubric.reduce((sum, { points }) => sum + points, 0);
    return { kind: 'received', possible: marked === 'person' ? points : 1 };
  },

  /** The model answer, once there is an own one to compare it with. While a person is to mark it, nothing. */
  feedback(question: Written, _response: WrittenResponse): Feedback {
    if (question.marked === 'person') return {};
    return {
      ...(question.answer ? { model: richTexts(question.answer) } : {}),
      ...(question.selfCheck.length > 0 ? { selfCheck: question.selfCheck.map((line) => richTexts(line)) } : {}),
    };
  },

  fromKey({ answer, length }: Written): WrittenResponse {
    const text = answer?.en ?? answer?.zh ?? '';
    return { text: text.padEnd(length.min, '.').slice(0, length.max) };
  },

  blank: (): WrittenResponse => ({ text: '' }),
};
