import { z } from 'zod';
import type { Feedback } from '../answer';
import { creditFor } from '../credit';
import type { Grade } from '../grade';
import { publicText } from '../letters';
import type { PublicShortText, ShortTextResponse } from '../public-short-text';
import { isBlank } from '../public-text';
import { questionBase } from '../question-base';
import { richTexts } from '../rich-text';
import { checkWords, formsOf, isAccepted, judgeWords, wordsKey } from '../words-key';

export const shortTextSchema = z
  .strictObject({ ...questionBase, kind: z.literal('short-text'), ...wordsKey })
  .superRefine(checkWords);

export type ShortText = z.infer<typeof shortTextSchema>;

export const shortText = {
  toPublic(question: ShortText): PublicShortText {
    return {
      kind: 'short-text',
      prompt: publicText(question.prompt),
      ...(question.case === 'exact' ? { exactCase: true } : {}),
    };
  },

  letters: (_question: ShortText): Record<string, string> => ({}),

  grade(question: ShortText, { text }: ShortTextResponse): Grade {
    if (isBlank(text)) return { kind: 'incomplete', missing: 'text' };
    const right = isAccepted(question, text) ? 1 : 0;
    return { kind: 'scored', earned: creditFor('all-or-nothing', { right, of: 1 }), possible: 1 };
  },

  feedback(question: ShortText, { text }: ShortTextResponse): Feedback {
    const { near } = judgeWords(question, text);
    return near ? { note: richTexts(near.feedback) } : {};
  },

  misconception(question: ShortText, { text }: ShortTextResponse): string | undefined {
    return judgeWords(question, text).near?.misconception;
  },

  fromKey(question: ShortText): ShortTextResponse {
    return { text: formsOf(question.accept)[0] ?? '' };
  },

  blank: (): ShortTextResponse => ({ text: '' }),
};
