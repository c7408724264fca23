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
  /** Whose numbers it answers, and the run it belongs to. The database has the last word on both. */
  draw?: string | undefined;
  sitting?: string | undefined;
  assignment?: string | undefined;
};

/** Of a task: which goals held, how far it came, and why it could go no further. Of a question: little, it follows from key and response. */
export type AttemptDetail = {
  goals?: boolean[];
  landmark?: string;
  deadEnd?: { goal: number; why: string };
  /** A text for a person to judge. */
  received?: true;
  /** The mistaken idea that leads to a wrong answer, by its author's name for it. */
  misconception?: string;
};

/** An attempt as the database has it. */
export type StoredAttempt = Omit<NewAttempt, 'sessionId' | 'seq' | 'answeredAt' | 'draw' | 'sitting' | 'assignment'> & {
  /** 1 for the learner's first try at the item; 0 while it is deferred. */
  ordinal: number;
  /** ISO 8601, by the database's clock. */
  receivedAt: string;
  draw: string | null;
  sitting: string | null;
  assignment: string | null;
  /** Since the attempt before it: 0 no help, 1 a hint, 2 the solution. */
  help: number;
  /** The share of the points after the policy's declining credit; null in practice. */
  credit: number | null;
  /** In a sitting: 1 for the first try at the item there. */
  turn: number | null;
};

/** Why the rules of a sitting or a draw keep an answer out. Nothing is stored and no try is used. */
export const refusals = ['unknown-sitting', 'sitting-closed', 'no-tries', 'unknown-draw', 'draw-used'] as const;
export type Refusal = (typeof refusals)[number];

/** What became of one attempt that was handed to the store. */
export type StoreOutcome =
  | { kind: 'stored'; attempt: StoredAttempt }
  /** It was there already; nothing was changed. */
  | { kind: 'repeat'; attempt: StoredAttempt }
  | { kind: 'refused'; why: Refusal }
  /** The session was revoked or has ended. */
  | { kind: 'no-session' };
