import type { Stage } from '@/lib/live/room';
import type { Tally } from '@/lib/live/tally';
import type { LocalizedText } from '@/lib/quiz/answer';
import type { Localized } from '@/lib/words/locale';

export type Named = string | Localized;

/** One learner, as the staff of the room see them. */
export type PersonView = {
  readonly id: string;
  /** Where names are hidden a pseudonym, in each language. */
  readonly name: Named;
  readonly group: string | null;
  readonly isPresent: boolean;
  /** Where they read; null: nowhere yet. */
  readonly where: { readonly lesson: string; readonly title: Localized; readonly heading: Localized } | null;
  /** When they last moved or answered, in milliseconds since 1970. */
  readonly at: number | null;
  /** Answers since the room was opened, and how many of them have all points. */
  readonly answers: number;
  readonly right: number;
};

/** What a class answers to one question or task since the room was opened: everyone's last answer. */
export type ItemView = {
  readonly item: string;
  readonly lesson: Localized;
  readonly prompt: Localized;
  readonly tally: Tally;
  /** Of the last answer, in milliseconds since 1970. */
  readonly at: number;
};

/** A question that was put to the class, and what each round came to. */
export type AskedView = {
  readonly id: string;
  readonly item: string;
  readonly stage: Stage;
  readonly prompt: Localized;
  /** The same with its code and emphasis, for a wall. */
  readonly text: LocalizedText;
  readonly rounds: readonly { readonly id: string; readonly isOpen: boolean; readonly tally: Tally }[];
};

export type HandView = { readonly id: string; readonly name: Named; readonly at: string };

export type RoomView = {
  readonly seq: number;
  readonly openedAt: string | null;
  readonly asked: AskedView | null;
  /** The lab that is stepped together: its id. */
  readonly lab: string | null;
  readonly past: readonly AskedView[];
  readonly hands: readonly HandView[];
  readonly present: number;
  /** Learners in the class. */
  readonly of: number;
};

/** The whole staff side of a room. */
export type StaffView = {
  readonly room: RoomView;
  readonly people: readonly PersonView[];
  readonly items: readonly ItemView[];
};

/** What has changed since a screen was last told: whole people and items, by their ids. */
export type StaffChange = {
  readonly room?: RoomView;
  readonly people?: readonly PersonView[];
  readonly items?: readonly ItemView[];
};
