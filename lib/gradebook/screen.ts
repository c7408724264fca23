import type { MemberName } from '@/lib/classes/display-name';
import type { GradeColumn } from '@/lib/gradebook/columns';

/** By what the learners of a gradebook stand in order. `name` is what staff see: the pseudonym, where names are hidden. */
export const screenSorts = ['name', 'progress', 'risk', 'seen'] as const;
export type ScreenSort = (typeof screenSorts)[number];
/** `up`: names from A, least progress, least risk, longest unseen first. */
export type Direction = 'up' | 'down';

/** How many learners stand on one screen. */
export const screenRows = 50;
/** As many columns are read for a screen at most. */
export const screenColumns = 60;

export type ScreenQuery = {
  readonly columns: readonly GradeColumn[];
  readonly sort: ScreenSort;
  readonly direction: Direction;
  /** How many learners stand before the first of the screen. Beyond the end: the last screen. */
  readonly from: number;
  readonly filter: {
    /** A part of what staff see the learner listed as. */
    readonly name?: string | undefined;
    readonly group?: string | undefined;
  };
};

/** Some learners of a class, in order, and how far each is in each column. */
export type GradebookScreen = {
  /** Of all who pass the filter. */
  readonly total: number;
  /** Where this screen begins. */
  readonly from: number;
  readonly rows: readonly ScreenRow[];
  /** What was answered until then is in it; null: nothing has been folded yet. */
  readonly foldedAt: Date | null;
};

/** What staff see of the name is `displayName`'s to say. */
export type ScreenRow = MemberName & {
  readonly learnerId: string;
  readonly group: string | null;
  /** The last answer, or the last visit. */
  readonly seenAt: Date | null;
  /** Checks of the class's lessons that were right once, of all of them. */
  readonly done: number;
  readonly of: number;
  /** Objectives with three failures and more since they were last right. */
  readonly stuck: number;
  /** One for each column; null: nothing was done there, or it is an assignment. */
  readonly cells: readonly (ScreenCell | null)[];
};

export type ScreenCell = {
  /** Of a lesson: the mean of the best shares of what was answered. Of an item: the best share. Null: nothing is graded. 0 to 1. */
  readonly share: number | null;
  /** Of a lesson: checks that were right once, of how many. Of an item: 1 of 1 when it was right once. */
  readonly done: number;
  readonly of: number;
  readonly tries: number;
  /** Answers that wait for a grade. */
  readonly waiting: number;
  readonly stuck: number;
  /** The learner may not see (some of) it yet. */
  readonly withheld: boolean;
  /** Of a lesson: Done was pressed. */
  readonly read: boolean;
  readonly lastAt: Date | null;
};
