/** How a text of another system is written. `moodle` is HTML in which a line's end is one. */
export const textFormats = ['html', 'markdown', 'plain', 'moodle'] as const;
export type TextFormat = (typeof textFormats)[number];
export type Text = { readonly format: TextFormat; readonly text: string };

/** One thing that can be answered, with the share of the points it earns, in percent: 100, 50, −33.33333. */
export type Weighted<T> = { readonly answer: T; readonly weight: number; readonly feedback?: Text };

/** `any` speaks to every other number. */
export type NumberAnswer = { readonly value: number; readonly tolerance: number } | 'any';

/** A unit, and how many of it the number's own unit is. */
export type ExchangedUnit = { readonly name: string; readonly multiplier: number };

/** A blank in the midst of a text, as Moodle's "embedded answers" have it. */
export type Gap =
  | { readonly kind: 'words'; readonly exactCase: boolean; readonly answers: readonly Weighted<string>[] }
  | { readonly kind: 'number'; readonly answers: readonly Weighted<NumberAnswer>[] }
  | { readonly kind: 'choice'; readonly answers: readonly Weighted<string>[] };

/** What is asked, in the terms that GIFT and Moodle XML share. `*` in the words of an answer is anything. */
type Asked =
  | {
      readonly kind: 'choice';
      readonly single: boolean;
      readonly answers: readonly Weighted<Text>[];
      readonly options?: 'true-false';
    }
  | { readonly kind: 'words'; readonly exactCase: boolean; readonly answers: readonly Weighted<string>[] }
  | {
      readonly kind: 'number';
      readonly answers: readonly Weighted<NumberAnswer>[];
      readonly units: readonly ExchangedUnit[];
    }
  | { readonly kind: 'matching'; readonly pairs: readonly { readonly left: Text; readonly right: string }[] }
  | { readonly kind: 'ordering'; readonly steps: readonly Text[] }
  | { readonly kind: 'gaps'; readonly gaps: readonly Gap[] }
  | { readonly kind: 'essay'; readonly guidance?: Text }
  | { readonly kind: 'description' }
  /** A kind of question that no kind of ours comes near, by the other system's name. */
  | { readonly kind: 'unknown'; readonly name: string };

/** Where something stands in a file that was brought; from 1. */
export type Spot = { readonly line: number; readonly column: number };

/** A question on its way between this product and another one. In a text with gaps `gapMark(0)`, `gapMark(1)` … stand where they belong. */
export type Exchanged = Spot & {
  readonly name: string;
  readonly text: Text;
  /** A name that other programs know it by; ours is the question's id. */
  readonly idNumber?: string;
  readonly explanation?: Text;
  readonly hints: readonly Text[];
  readonly tags: readonly string[];
  /** `$course$/Chapter 3` */
  readonly category?: string;
  /** What its file says of it that is not read at all, in words for the report. */
  readonly unread: readonly string[];
  readonly asked: Asked;
};

/** A place of a file that cannot be read, and what was expected there. */
export type ReadFault = Spot & { readonly message: string; readonly fix?: string };

export type ReadFile = { readonly questions: readonly Exchanged[]; readonly faults: readonly ReadFault[] };

/** Where a gap stands: signs that no text has, so that no conversion of the text around changes them. */
export function gapMark(at: number): string {
  return `\ue000${at}\ue001`;
}

export const gapMarks = /\ue000(\d{1,3})\ue001/g;
