import { z } from 'zod';
import { slug } from './content-schemas';

const id = z.string().regex(slug, 'an id: small letters, digits and single hyphens');
const media = z.string().regex(/^[\w.-]+\.\w+$/, 'the name of a file in media/, like heart.mp3');
const none = z.strictObject({});

type Shape = {
  readonly props: z.ZodObject;
  /** `block` stands on a line of its own, `inline` within a sentence. */
  readonly stands: 'block' | 'inline';
  readonly content: 'required' | 'none';
  /** How it is written, for letters to authors. */
  readonly example: string;
};

/** The closed set of what a lesson may contain besides Markdown; components/lesson/lesson-components.tsx draws each of them. */
export const lessonComponents = {
  Lab: { props: z.strictObject({ run: id }), stands: 'block', content: 'none', example: '<Lab run="open" />' },
  Task: { props: z.strictObject({ id }), stands: 'block', content: 'none', example: '<Task id="close-cleanly" />' },
  Quiz: { props: z.strictObject({ id }), stands: 'block', content: 'none', example: '<Quiz id="syn-ack-number" />' },
  Figure: {
    props: z.strictObject({
      src: z.string().regex(/^[\w.-]+\.(svg|png)$/, 'the name of a file in figures/, like states.svg'),
      alt: z.string().min(1),
      caption: z.string().min(1).optional(),
    }),
    stands: 'block',
    content: 'none',
    example: '<Figure src="states.svg" alt="What the figure says" />',
  },
  Math: {
    props: z.strictObject({
      tex: z.string().min(1),
      /** How it is read aloud, where the symbols alone do not say it. */
      alt: z.string().min(1).optional(),
    }),
    stands: 'inline',
    content: 'none',
    example: '<Math tex="E = mc^2" />',
  },
  Audio: {
    props: z.strictObject({
      src: media,
      title: z.string().min(1),
      transcript: media.optional(),
      captions: media.optional(),
    }),
    stands: 'block',
    content: 'none',
    example: '<Audio src="heart.mp3" title="A heart at rest" transcript="heart.en.md" />',
  },
  Video: {
    props: z.strictObject({
      src: media,
      title: z.string().min(1),
      captions: media,
      transcript: media,
      poster: media.optional(),
    }),
    stands: 'block',
    content: 'none',
    example: '<Video src="cell.mp4" title="A cell divides" captions="cell.en.vtt" transcript="cell.en.md" />',
  },
  Trace: {
    props: z.strictObject({
      run: id,
      caption: z.string().min(1).optional(),
      after: z
        .string()
        .regex(/^\d{1,3}$/, 'a number of actions, like "2"')
        .optional(),
    }),
    stands: 'block',
    content: 'none',
    example: '<Trace run="open" />',
  },
  YourRequest: { props: none, stands: 'block', content: 'none', example: '<YourRequest />' },
  Note: { props: none, stands: 'block', content: 'required', example: '<Note>…</Note>' },
  Mistake: {
    props: z.strictObject({ belief: z.string().min(1) }),
    stands: 'block',
    content: 'required',
    example: '<Mistake belief="What a sensible person believes">What shows it wrong.</Mistake>',
  },
  Try: { props: none, stands: 'block', content: 'required', example: '<Try>…</Try>' },
  Term: {
    props: z.strictObject({ id }),
    stands: 'inline',
    content: 'required',
    example: '<Term id="half-close">half-close</Term>',
  },
  Fact: {
    props: z.strictObject({
      run: id,
      at: z.string().regex(/^\w+(\.[\w-]+)*$/, 'a path such as segments.2.ack'),
      /** After so many actions of the run; after all of them when left out. */
      after: z
        .string()
        .regex(/^\d{1,3}$/, 'a number of actions, like "2"')
        .optional(),
    }),
    stands: 'inline',
    content: 'none',
    example: '<Fact run="open" at="segments.2.ack" />',
  },
  Keep: { props: none, stands: 'inline', content: 'required', example: '<Keep>four-way</Keep>' },
  kbd: { props: none, stands: 'inline', content: 'required', example: '<kbd>Enter</kbd>' },
  sub: { props: none, stands: 'inline', content: 'required', example: 'H<sub>2</sub>O' },
  sup: { props: none, stands: 'inline', content: 'required', example: '2<sup>32</sup>' },
  br: { props: none, stands: 'inline', content: 'none', example: '<br />' },
} as const satisfies Record<string, Shape>;

export type LessonComponent = keyof typeof lessonComponents;

export function isLessonComponent(name: string): name is LessonComponent {
  return Object.hasOwn(lessonComponents, name);
}

/** The props of a component, as the page gets them. */
export type PropsOf<Name extends LessonComponent> = z.output<(typeof lessonComponents)[Name]['props']>;
