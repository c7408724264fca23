import { z } from 'zod';
import type { Drawn, PublicFigure } from './public-drawing';

const drawnSchema: z.ZodType<Drawn> = z.strictObject({
  name: z.string(),
  attributes: z.record(z.string(), z.string()),
  get children() {
    return z.array(z.union([drawnSchema, z.string()]));
  },
});

const text = z.string().trim().min(1);

/** In words, for whoever does not see the figure. */
export const altSchema = z
  .strictObject({ en: text.optional(), zh: text.optional() })
  .refine((alt) => alt.en !== undefined || alt.zh !== undefined, 'say what the figure shows: { en: "…", zh: "…" }');

/** A figure as it is kept with its question. */
export const figureSchema: z.ZodType<PublicFigure> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drawing'), svg: drawnSchema, alt: altSchema }),
  z.strictObject({
    kind: z.literal('picture'),
    src: z.string(),
    width: z.int(),
    height: z.int(),
    digest: z.string(),
    alt: altSchema,
  }),
]);
