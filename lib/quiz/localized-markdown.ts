import { z } from 'zod';
import { NotRichText, richText } from './rich-text';

/** Markdown that `richText` can draw; anything else is an author's error at its own place in the file. */
const markdown = z
  .string()
  .trim()
  .min(1, 'write the text, or leave the key out')
  .superRefine((source, context) => {
    try {
      richText(source);
    } catch (error) {
      if (!(error instanceof NotRichText)) throw error;
      context.addIssue({ code: 'custom', message: error.message, params: { rule: 'quiz-markdown' } });
    }
  });

/** A text of a question in the languages it is written in. */
export const localizedMarkdown = z
  .strictObject({ en: markdown.optional(), zh: markdown.optional() })
  .refine(
    (text) => text.en !== undefined || text.zh !== undefined,
    'write it in at least one language: { en: "…", zh: "…" }',
  );
