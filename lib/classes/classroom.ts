import type { ClassRole } from '@/lib/access/class-access';
import type { Locale } from '@/lib/words/locale';

/** A group of learners with their instructors, as it is set. */
export type Classroom = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  /** Archived: it can be read and given back, and nothing in it goes on. */
  readonly archivedAt: Date | null;
  /** An IANA zone: dates of the class are set and shown in it. */
  readonly timeZone: string;
  /** Of what is printed and mailed for the class. */
  readonly locale: Locale;
  /** The paths the class follows; none: every path. */
  readonly paths: readonly string[];
  /** Names are hidden from staff: pseudonyms stand in their place. */
  readonly isPseudonymous: boolean;
  readonly join: JoinRules;
};

export type JoinRules = {
  /** Null: nobody joins by a code. */
  readonly code: string | null;
  readonly expiresAt: Date | null;
  readonly cap: number | null;
  readonly approves: boolean;
};

/** A class as someone who asks for it stands in it; role null: an administrator who is no member. */
export type ClassSeen = {
  readonly classroom: Classroom;
  readonly role: ClassRole | null;
  /** What the asker is called in what is written down. */
  readonly actor: { readonly id: string; readonly name: string };
};
