import { z } from 'zod';
import { localizedMarkdown } from './localized-markdown';
import { variantBase } from './variants/parameters';

/** Ids are stable for ever and stand in addresses: `syn-ack-number`. */
export const idSchema = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use small letters, digits and single hyphens, like "syn-ack-number"');

const movedId = z
  .string()
  .max(200)
  .regex(
    /^([a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*\/)?[a-z0-9]+(-[a-z0-9]+)*$/,
    'an old id, like "syn-ack-number"; of another lesson with its address in front: tcp-tls/handshakes/syn-ack-number',
  );

/** The mistaken idea that leads to an answer, by a name of its own: `ack-of-received`. It is kept with the attempt, so that it can be counted. */
export const misconception = idSchema.optional();

/** What every question has, whatever its kind. */
export const questionBase = {
  id: idSchema,
  /** The lesson's objective this question gives evidence for. */
  objective: idSchema.optional(),
  use: z.enum(['practice', 'assessed']).default('practice'),
  /** The id this question had before, or all of them: progress follows. */
  moved: z.union([movedId, z.array(movedId).min(1).max(20)]).optional(),
  prompt: localizedMarkdown,
  explanation: localizedMarkdown.optional(),
  /** Told one at a time, to who asks; the last may say nearly all. */
  hints: z.array(localizedMarkdown).min(1).max(5).optional(),
  ...variantBase,
};

/** Something to choose, tick or place. Its id is secret: it may say too much. */
export const optionBase = {
  id: idSchema,
  text: localizedMarkdown,
  feedback: localizedMarkdown.optional(),
  misconception,
};

/** True when no two options read the same: which of them was meant would be a guess. */
export function haveOwnTexts(
  options: readonly { text: { en?: string | undefined; zh?: string | undefined } }[],
): boolean {
  return new Set(options.map(({ text }) => JSON.stringify([text.en, text.zh]))).size === options.length;
}

/** True when no two options share an id. */
export function haveOwnIds(options: readonly { id: string }[]): boolean {
  return new Set(options.map((option) => option.id)).size === options.length;
}
