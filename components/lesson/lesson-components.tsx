import type { ComponentProps, ReactNode } from 'react';
import { LabFrame } from '@/components/labs/lab-frame';
import { TaskFrame } from '@/components/labs/task-frame';
import { Quiz } from '@/components/quiz/quiz';
import { RichText } from '@/components/quiz/rich-text';
import prose from '@/components/ui/prose.module.css';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import { factOf } from '@/lib/curriculum/fact';
import type { Item, Lesson } from '@/lib/curriculum/lesson';
import type { LessonComponent, PropsOf } from '@/lib/curriculum/lesson-components-schema';
import type { LessonFiles } from '@/lib/curriculum/read-lesson-files';
import type { Run } from '@/lib/labs/run';
import { toPublicTask } from '@/lib/labs/task';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import { versionOf } from '@/lib/quiz/question-version';
import { richText } from '@/lib/quiz/rich-text';
import { lessonWords } from '@/lib/words/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import { Aside } from './aside';
import { CodeBlock } from './code-block';
import { FactValue } from './fact-value';
import { Figure } from './figure';
import { Formula } from './formula';
import { Film, Sound } from './media';
import { SectionHeading } from './section-heading';
import { Term } from './term';
import { Trace } from './trace';
import { YourRequest } from './your-request';

/** Where a text stands: what its components name is looked up here. */
export type Context = {
  readonly lesson: Lesson;
  readonly curriculum: Curriculum;
  readonly files: LessonFiles;
  readonly locale: Locale;
  /** The second of two texts on one page: its headings leave their ids to the first, and what can be operated stands there. */
  readonly isSecond?: boolean;
  /** Of a lesson that is not published: its pictures have no address yet, and travel in the page. */
  readonly isInline?: boolean;
};

type Draw<Props> = (context: Context, props: Props & { children?: ReactNode }) => ReactNode;
/** The components that are ours: `kbd`, `sub`, `sup` and `br` draw themselves. */
type Ours = { [Name in LessonComponent]: Name extends Capitalize<Name> ? Name : never }[LessonComponent];

/**
 * All that a lesson may contain besides Markdown, in one place. Which names and properties exist is said in
 * lib/curriculum/lesson-components-schema.ts; every id was resolved when the content was read.
 * Only public forms go on from here: the key stays behind.
 */
const ours: { [Name in Ours]: Draw<PropsOf<Name>> } = {
  Lab: ({ lesson, locale }, { run }) => <LabFrame run={runOf(lesson, run)} locale={locale} />,
  Task(context, { id }) {
    const item = itemOf(context, id);
    if (item.kind !== 'task') return null;
    const task = toPublicTask(item.task);
    const prompt = <RichText text={richText(inLocale(task.prompt, context.locale))} />;
    return <TaskFrame item={item.id} task={task} version={versionOf(task)} locale={context.locale} prompt={prompt} />;
  },
  Quiz(context, { id }) {
    const item = itemOf(context, id);
    return (
      item.kind === 'question' && (
        <Quiz item={item.id} question={toPublicQuestion(item.question)} locale={context.locale} />
      )
    );
  },
  Fact({ lesson }, { run, at, after }) {
    const fact = factOf(runOf(lesson, run), at, after);
    return fact.kind === 'value' && <FactValue text={fact.text} />;
  },
  Term: ({ curriculum, locale }, { id, children }) => (
    <Term term={found(curriculum.term(id), id)} locale={locale}>
      {children}
    </Term>
  ),
  Figure: ({ lesson, files, isInline }, { src, alt, caption }) => (
    <Figure lesson={lesson} figure={found(files.figures.get(src), src)} {...{ src, alt, caption, isInline }} />
  ),
  Math: (_context, { tex, alt, ...place }) => (
    <Formula tex={tex} alt={alt} display={'display' in place && place.display === 'block'} />
  ),
  Audio: (context, props) => <Sound file={playable(context)} locale={context.locale} {...props} />,
  Video: (context, props) => <Film file={playable(context)} locale={context.locale} {...props} />,
  Trace: ({ lesson, locale }, { run, caption, after }) => (
    <Trace run={runOf(lesson, run)} locale={locale} caption={caption} after={after} />
  ),
  YourRequest: ({ locale }) => <YourRequest locale={locale} />,
  Note: ({ locale }, { children }) => (
    <Aside kind="note" label={lessonWords[locale].note}>
      {children}
    </Aside>
  ),
  Mistake: ({ locale }, { belief, children }) => (
    <Aside kind="mistake" label={lessonWords[locale].mistake} belief={belief}>
      {children}
    </Aside>
  ),
  Try: ({ locale }, { children }) => (
    <Aside kind="try" label={lessonWords[locale].try}>
      {children}
    </Aside>
  ),
  Keep: (_context, { children }) => <span className="keep">{children}</span>,
};

/** What Markdown makes, where the page has more to say about it than HTML has. */
const markdown: { [Tag in 'h2' | 'h3' | 'a' | 'section']: Draw<ComponentProps<Tag>> } = {
  h2: (context, props) => <SectionHeading level={2} {...context} {...props} />,
  h3: (context, props) => <SectionHeading level={3} {...context} {...props} />,
  // Only the view of both languages has sections.
  section: (_context, props) => <section {...props} className={prose.prose} />,
  a: ({ locale }, { href = '', children }) => <a href={inThisLanguage(href, locale)}>{children}</a>,
};

/** The components of one text. */
export function lessonComponents(context: Context) {
  const absent: readonly Ours[] = context.isSecond ? ['Lab', 'Task', 'Quiz', 'YourRequest'] : [];
  const drawn = Object.entries<Draw<never>>({ ...ours, ...markdown }).map(([name, draw]) => [
    name,
    bound(draw, context),
  ]);
  return { ...Object.fromEntries(drawn), ...Object.fromEntries(absent.map((name) => [name, nothing])), pre: CodeBlock };
}

function bound<Props>(draw: Draw<Props>, context: Context) {
  return (props: Props & { children?: ReactNode }) => draw(context, props);
}

function nothing(): ReactNode {
  return null;
}

function runOf(lesson: Lesson, id: string): Run {
  return found(
    lesson.runs.find((run) => run.id === id),
    id,
  );
}

function itemOf({ curriculum, lesson }: Context, id: string): Item {
  return found(curriculum.item(`${lesson.id}/${id}`), id);
}

function playable({ files }: Context) {
  return (name: string) => found(files.media.get(name), name);
}

/** A lesson links to `/learn/tcp-tls/segment-format`; the page to the one in its own language. */
function inThisLanguage(href: string, locale: Locale): string {
  return /^\/(learn|paths|labs|glossary)(\/|#|$)/.test(href) ? `/${locale}${href}` : href;
}

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`the lesson names "${id}", which was there when it was checked`);
  return value;
}
