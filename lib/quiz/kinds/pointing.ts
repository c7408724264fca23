import { z } from 'zod';
import type { Feedback } from '../answer';
import { creditFor } from '../credit';
import { figureSchema } from '../drawing-schema';
import type { Grade } from '../grade';
import { letteredOptions, optionIds, publicText } from '../letters';
import { localizedMarkdown } from '../localized-markdown';
import { type PointingResponse, type PublicPointing, ruleOfBytes } from '../public-pointing';
import { haveOwnIds, haveOwnTexts, optionBase, questionBase } from '../question-base';
import { richTexts } from '../rich-text';

/** Which ranges are right beside the exact one. */
export const accepts = ['exact', 'covers', 'within'] as const;

const byte = z.int().min(0);
const hundredth = z.number().min(0).max(100);

/** A place in a figure: left, top, width and height in hundredths of it. */
export const regionSchema = z.strictObject({
  ...optionBase,
  at: z.tuple([hundredth, hundredth, hundredth, hundredth]),
  right: z.literal(true).optional(),
});

export const regionsSchema = z
  .array(regionSchema)
  .min(2)
  .max(12)
  .refine(haveOwnIds, 'two places share an id')
  .refine(haveOwnTexts, 'two places say the same')
  .refine((regions) => regions.some(({ right }) => right), 'no place is right: give one of them "right: true"')
  .refine((regions) => regions.some(({ right }) => !right), 'every place is right: there is nothing to find');

const bytesTarget = z.strictObject({
  in: z.literal('bytes'),
  /** Two digits a byte, nothing between. */
  hex: z.string().regex(/^([0-9a-f]{2})+$/),
  from: byte,
  /** Included. */
  to: byte,
  accept: z.enum(accepts).default('exact'),
  /** With `covers`: how many bytes more than the range are still right. */
  spare: z.int().min(1).max(256).optional(),
  /** Told when what was pointed at shares a byte with the range and is not right. */
  near: localizedMarkdown.optional(),
  /** Ranges that a sensible person points at. The first that fits speaks. */
  mistakes: z
    .array(z.strictObject({ from: byte, to: byte, feedback: localizedMarkdown }))
    .max(20)
    .default([]),
});

const figureTarget = z.strictObject({ in: z.literal('figure'), figure: figureSchema, regions: regionsSchema });

/** As it is kept: with its bytes or its figure. An author's file names where these come from (written-pointing.ts). */
export const pointingSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('pointing'),
  target: z.discriminatedUnion('in', [bytesTarget, figureTarget]),
});

export type Pointing = z.infer<typeof pointingSchema>;
type Bytes = z.infer<typeof bytesTarget>;
type Range = { from: number; to: number };

const holds = (outer: Range, inner: Range) => outer.from <= inner.from && inner.to <= outer.to;
const touches = (one: Range, other: Range) => one.from <= other.to && other.from <= one.to;
const lengthOf = ({ from, to }: Range) => to - from + 1;

function isRight(key: Bytes, said: Range): boolean {
  switch (key.accept) {
    case 'exact':
      return said.from === key.from && said.to === key.to;
    case 'covers':
      // Whoever points at everything has pointed at nothing: twice the range at most, if the author does not say more.
      return holds(said, key) && lengthOf(said) - lengthOf(key) <= (key.spare ?? lengthOf(key));
    case 'within':
      return holds(key, said);
  }
}

export const pointing = {
  toPublic({ id, prompt, target }: Pointing): PublicPointing {
    if (target.in === 'bytes') return { kind: 'pointing', prompt: publicText(prompt), dump: target.hex };
    const boxes = new Map(target.regions.map((region) => [region.id, region.at]));
    const ids = optionIds(id, target.regions);
    return {
      kind: 'pointing',
      prompt: publicText(prompt),
      figure: target.figure,
      options: letteredOptions(id, target.regions).map((option) => ({
        ...option,
        at: boxes.get(ids[option.letter] ?? '') ?? [0, 0, 0, 0],
      })),
    };
  },

  letters({ id, target }: Pointing): Record<string, string> {
    if (target.in === 'figure') return optionIds(id, target.regions);
    const rule = ruleOfBytes(target.hex.length / 2);
    return { [rule]: rule };
  },

  /** `all-or-nothing`: there is one thing to find. */
  grade({ target }: Pointing, response: PointingResponse): Grade {
    if ('choice' in response) {
      if (response.choice === '') return { kind: 'incomplete', missing: 'place' };
      const chosen = target.in === 'figure' ? target.regions.find(({ id }) => id === response.choice) : undefined;
      return scored(chosen?.right === true);
    }
    if (response.from < 0 || response.to < response.from) return { kind: 'incomplete', missing: 'bytes' };
    return scored(target.in === 'bytes' && isRight(target, response));
  },

  feedback({ target }: Pointing, response: PointingResponse): Feedback {
    if ('choice' in response) {
      const chosen = target.in === 'figure' ? target.regions.find(({ id }) => id === response.choice) : undefined;
      if (!chosen) return {};
      const told = chosen.feedback ? { feedback: richTexts(chosen.feedback) } : {};
      return { marks: { [chosen.id]: { right: chosen.right === true, ...told } } };
    }
    if (target.in !== 'bytes' || isRight(target, response)) return {};
    const mistake = target.mistakes.find(({ from, to }) => from === response.from && to === response.to);
    const told = mistake?.feedback ?? (touches(target, response) ? target.near : undefined);
    return told ? { note: richTexts(told) } : {};
  },

  fromKey({ target }: Pointing): PointingResponse {
    if (target.in === 'bytes') return { from: target.from, to: target.to };
    return { choice: target.regions.find(({ right }) => right)?.id ?? '' };
  },

  /** No byte is byte −1: nothing was pointed at. */
  blank: (): PointingResponse => ({ from: -1, to: -1 }),
};

function scored(right: boolean): Grade {
  return { kind: 'scored', earned: creditFor('all-or-nothing', { right: right ? 1 : 0, of: 1 }), possible: 1 };
}
