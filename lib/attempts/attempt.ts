/** An answer that was graded (or could not be yet), ready to be stored. */
export type NewAttempt = {
  learnerId: string;
  sessionId: string;
  /** Made by the browser. */
  id: string;
  item: string;
  version: string;
  keyRevision: number;
  /** In option ids. */
  response: object;
  /** Null: deferred, or for a person to judge. */
  earned: number | null;
  possible: number;
  /** What grading found beyond the points, as codes. */
  detail: AttemptDetail;
  seq: number;
  answeredAt: string | null;
};

/** Of a task: which goals held, how far it came, and why it could go no further. Of a question: little, it follows from key and response. */
export type AttemptDetail = {
  goals?: boolean[];
  landmark?: string;
  deadEnd?: { goal: number; why: string };
  /** A text for a person to judge. */
  received?: true;
};

/** An attempt as the database has it. */
export type StoredAttempt = Omit<NewAttempt, 'sessionId' | 'seq' | 'answeredAt'> & {
  /** 1 for the learner's first try at the item; 0 while it is deferred. */
  ordinal: number;
  /** ISO 8601, by the database's clock. */
  receivedAt: string;
};

/** What became of one attempt that was handed to the store. */
export type StoreOutcome =
  | { kind: 'stored'; attempt: StoredAttempt }
  /** It was there already; nothing was changed. */
  | { kind: 'repeat'; attempt: StoredAttempt }
  /** The session was revoked or has ended. */
  | { kind: 'no-session' };
