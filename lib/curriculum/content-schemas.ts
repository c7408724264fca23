import { z } from 'zod';
import { isLocale, locales } from '@/lib/words/locale';

/** What an id or an address looks like; `[a-z0-9]` because it stands in links and file names. */
export const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const slugWords = 'small letters, digits and single hyphens, like "three-way-four-way"';
const id = z.string().max(64).regex(slug, slugWords);
const text = z.string().trim().min(1);
const localized = z
  .strictObject({ en: text.optional(), zh: text.optional() })
  .refine((given) => Object.keys(given).some(isLocale), 'write it in at least one language: { en: "…", zh: "…" }');
const lessonAddress = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/,
    'a lesson as path/lesson, without the number: tcp-tls/three-way-four-way',
  );
const webAddress = z
  .string()
  .regex(/^(https:\/\/|mailto:|\/(?!\/))/, 'an address that begins with https://, mailto: or /');
const languages = z.array(z.enum(locales)).min(1);

const stepAddress = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/,
    'a path, or a lesson as path/lesson without the number: tcp-tls, tcp-tls/three-way-four-way',
  );

/** `site.yaml` */
export const siteSchema = z.strictObject({
  name: localized,
  tagline: localized,
  /** An SVG file beside site.yaml. */
  logo: z
    .string()
    .regex(/^[\w.-]+\.svg$/, 'the name of an SVG file beside site.yaml, like logo.svg')
    .optional(),
  footer: localized,
  legal: z.array(z.strictObject({ label: localized, href: webAddress })).default([]),
  languages: languages.default([...locales]),
  /** Recommended ways through paths and lessons, on the home page. */
  routes: z
    .array(z.strictObject({ id, title: localized, summary: localized, steps: z.array(stepAddress).min(1) }))
    .default([]),
});

/** `glossary.yaml` */
export const glossarySchema = z.strictObject({
  terms: z.array(
    z
      .strictObject({
        id,
        term: localized,
        meaning: localized,
        /** What is not to be said instead, in each language. */
        avoid: z.strictObject({ en: z.array(text).optional(), zh: z.array(text).optional() }).optional(),
      })
      .refine(
        ({ term, avoid }) => locales.every((locale) => !avoid?.[locale]?.includes(term[locale] ?? '')),
        'a term cannot be avoided for itself',
      ),
  ),
});

const atLeast = z.int().min(0).default(0);

/** What the check demands of every lesson of a path: what is not named is not asked for. */
const standardSchema = z.strictObject({
  labs: atLeast,
  tasks: atLeast,
  questions: atLeast,
  /** How many kinds of question there are among them. */
  kinds: atLeast,
  /** Questions that everyone is asked with other numbers. */
  variants: atLeast,
  /** Questions with `use: assessed`. */
  assessed: atLeast,
  /** Questions that give evidence for each objective. */
  perObjective: atLeast,
});

/** `path.yaml` */
export const pathSchema = z.strictObject({
  title: localized,
  summary: localized,
  languages: languages.default([...locales]),
  prerequisites: z.array(id).default([]),
  standard: standardSchema.default(standardSchema.parse({})),
  /** Paths are listed by it, then by name. */
  order: z.int().min(0).default(1_000),
});

/** `lesson.yaml` */
export const lessonSchema = z.strictObject({
  draft: z.boolean().default(false),
  objectives: z.array(z.strictObject({ id, text: localized })).min(1),
  prerequisites: z.array(lessonAddress).default([]),
  parts: z.array(z.strictObject({ id, from: id, summary: localized })).default([]),
  sources: z
    .array(z.strictObject({ id, title: text, section: text.optional(), href: webAddress.optional() }))
    .default([]),
  formerly: z.array(lessonAddress).default([]),
  /** How long the words take to read; counted when nothing is said. */
  minutes: z.int().min(1).max(600).optional(),
});

/** What stands between the `---` lines of an `en.mdx`. */
export const frontmatterSchema = z.strictObject({
  title: text,
  lede: text,
  /** In a translation: the hash of the text it was made from. */
  from: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'the twelve hexadecimal digits that `handrail check` tells')
    .optional(),
});
