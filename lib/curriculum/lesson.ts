import type { Run } from '@/lib/labs/run';
import type { Solution, Task } from '@/lib/labs/task';
import type { MediaKind } from '@/lib/media/media-type';
import type { Question } from '@/lib/quiz/question';
import type { Locale, Localized } from '@/lib/words/locale';

/** What an installation calls itself: `site.yaml`. */
export type Site = {
  readonly name: Localized;
  readonly tagline: Localized;
  /** The text of an SVG file in the content folder, shown as a picture; without it the product's own mark is drawn. */
  readonly logo: string | undefined;
  readonly footer: Localized;
  readonly legal: readonly { readonly label: Localized; readonly href: string }[];
  readonly languages: readonly Locale[];
  readonly routes: readonly LearningRoute[];
};

/** A recommended way through paths and lessons, on the home page. */
export type LearningRoute = {
  readonly id: string;
  readonly title: Localized;
  readonly summary: Localized;
  /** Paths and lessons in their order: `tcp-tls`, `tcp-tls/three-way-four-way`. */
  readonly steps: readonly string[];
};

/** One entry of `glossary.yaml`. */
export type GlossaryTerm = {
  readonly id: string;
  readonly term: Localized;
  /** One sentence, Markdown. */
  readonly meaning: Localized;
  /** What is not to be said instead. */
  readonly avoid?: Readonly<Partial<Record<Locale, readonly string[] | undefined>>> | undefined;
};

/** What the check demands of every lesson of a path (a primer asks less). */
export type Standard = {
  readonly labs: number;
  readonly tasks: number;
  readonly questions: number;
  readonly kinds: number;
  readonly variants: number;
  readonly assessed: number;
  readonly perObjective: number;
};

/** A folder of lessons: `tcp-tls/`. The folder's name is its address. */
export type Path = {
  readonly id: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly languages: readonly Locale[];
  /** Paths that are better read first. */
  readonly prerequisites: readonly string[];
  readonly standard: Standard;
  readonly order: number;
  readonly lessons: readonly Lesson[];
};

/** A folder with words, questions, tasks and runs: `03-three-way-four-way/`. The number is the order, the rest the address. */
export type Lesson = {
  /** `tcp-tls/three-way-four-way` */
  readonly id: string;
  /** The path's id: `tcp-tls`. */
  readonly path: string;
  /** `three-way-four-way` */
  readonly slug: string;
  readonly order: number;
  /** Absolute. */
  readonly folder: string;
  readonly draft: boolean;
  readonly objectives: readonly Objective[];
  readonly prerequisites: readonly string[];
  readonly parts: readonly LessonPart[];
  readonly sources: readonly Source[];
  /** Old addresses, `{path}/{lesson}`. */
  readonly formerly: readonly string[];
  /** How long the words take to read, when the author says so. */
  readonly minutes?: number | undefined;
  readonly texts: Readonly<Partial<Record<Locale, LessonText>>>;
  /** Questions and tasks in the order of their files; both live in one namespace. */
  readonly items: readonly Item[];
  readonly runs: readonly Run[];
  /** The names of the files in figures/. */
  readonly figures: readonly string[];
  /** The files in media/: sounds, films, captions, transcripts. */
  readonly media: readonly MediaFile[];
};

export type Objective = { readonly id: string; readonly text: Localized };
export type LessonPart = { readonly id: string; readonly from: string; readonly summary: Localized };
export type Source = {
  readonly id: string;
  readonly title: string;
  readonly section: string | undefined;
  readonly href: string | undefined;
};

/** A file of a lesson's `media/`. */
export type MediaFile = { readonly name: string; readonly kind: MediaKind };

/** The words of a lesson in one language: `en.mdx`. */
export type LessonText = {
  readonly locale: Locale;
  /** As an author would type it: `content/tcp-tls/03-three-way-four-way/en.mdx`. */
  readonly file: string;
  readonly title: string;
  /** What happens, and the question it raises: the two or three lines under the title. */
  readonly lede: string;
  /** In a translation: the hash of the text it was made from. */
  readonly from: string | undefined;
  /** The MDX, with `\n` line ends; the lines of the frontmatter are empty, so that every line keeps its number. */
  readonly body: string;
  readonly headings: readonly Heading[];
  readonly readingMinutes: number;
  /** The language it was translated from has changed since. */
  readonly isStale: boolean;
  /** Something in it cannot be read as it was meant: rules about its words wait until that is mended. */
  readonly hasFaults?: true;
  /** What its links point at within this site. */
  readonly links?: readonly TextLink[];
  /** Items and runs in the order in which the text places them. */
  readonly places: readonly Placed[];
};

/** A link to a place of this site. */
export type TextLink = {
  readonly href: string;
  readonly line: number;
  readonly column: number;
  /** Where the address begins in the file's text. */
  readonly offset: number;
};

export type Heading = { readonly id: string; readonly depth: 2 | 3; readonly text: string };
export type Placed = { readonly component: 'Quiz' | 'Task' | 'Lab'; readonly id: string };

/** A question or a task, under the id that answers name: `tcp-tls/three-way-four-way/syn-ack-number`. */
export type Item =
  | {
      readonly kind: 'question';
      readonly id: string;
      readonly local: string;
      readonly lesson: string;
      readonly question: Question;
    }
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly local: string;
      readonly lesson: string;
      readonly task: Task;
      /** Server only, as is a question's key. */
      readonly solution: Solution;
    };
