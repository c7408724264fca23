import type { Locale } from '@/lib/words/locale';
import type { RichText } from './public-rich-text';

/** What is missing from an answer that is not finished. The words for each are in lib/words/quiz. */
export type Missing =
  | 'choice'
  | 'choices'
  | 'number'
  | 'not-a-number'
  | 'order'
  | 'actions'
  | 'text'
  | 'too-short'
  | 'too-long'
  | 'blanks'
  | 'unit'
  | 'unknown-unit'
  | 'no-unit'
  | 'not-decimal'
  | 'not-hex'
  | 'not-binary'
  | 'pairs'
  | 'categories'
  | 'bytes'
  | 'no-such-byte'
  | 'place'
  | 'fields'
  | 'not-whole';

/** A response as it was read: finished, not finished, or not a response to this question at all. */
export type Reading<Response> =
  | { kind: 'complete'; response: Response }
  | { kind: 'incomplete'; missing: Missing }
  | { kind: 'wrong-shape'; field: string; expected: string };

/** One answer of POST /api/answers, as the browser writes it. */
export type SentAnswer = {
  /** A UUID made by the browser: sending it again stores nothing and gets the same result. */
  id: string;
  /** `{path}/{lesson}/{question-or-task}` */
  item: string;
  /** Hash of the public form that was seen. */
  version: string;
  response: unknown;
  /** The outbox's counter: orders the answers of one browser. */
  seq: number;
  /** When the learner pressed the button, by their own clock. Advisory. */
  answeredAt?: string | undefined;
  /** Opened by the server: a variant's numbers, one run of a quiz, what a class was set. */
  draw?: string | undefined;
  sitting?: string | undefined;
  assignment?: string | undefined;
};

export type LocalizedText = Partial<Record<Locale, RichText>>;

/** How one chosen option, or one placed step, was judged. */
export type Mark = { right: boolean; feedback?: LocalizedText };

/** What a learner may see of a grade. */
export type Feedback = {
  /** By the letter the learner saw. */
  marks?: Record<string, Mark>;
  /** On the answer as a whole. */
  note?: LocalizedText;
  /** Multiple choice: what was ticked is right, and there is more to tick. */
  isMore?: true;
  /** How many parts are right, of how many, where an answer has parts: blanks, pairs. */
  parts?: { right: number; of: number };
  /** Written: the model answer, and what to look for in one's own. */
  model?: LocalizedText;
  selfCheck?: LocalizedText[];
  /** Only once the answer is right. */
  explanation?: LocalizedText;
  /** Ordering: how many steps from the beginning are in place. Task: goals met, by their place. */
  placed?: number;
  goals?: boolean[];
  /** Task: which goal could no longer be reached, and why, as the lab's own code. */
  deadEnd?: { goal: number; why: string };
};

export type ScoredResult = {
  id: string;
  status: 'scored';
  earned: number;
  possible: number;
  /** 1 for the first try at this item. */
  ordinal: number;
  receivedAt: string;
  feedback: Feedback;
  /** In a graded run: the share of the points after the policy's declining credit. */
  credit?: number;
};

/** One result of POST /api/answers, in the order of the answers. */
export type AnswerResult =
  | ScoredResult
  | { id: string; status: 'received'; ordinal: number; receivedAt: string; feedback?: Feedback }
  | { id: string; status: 'deferred'; ordinal: number; receivedAt: string }
  | { id: string; status: 'incomplete'; missing: Missing }
  | { id: string; status: 'rejected'; code: RejectionCode; field: string; message: string };

export type RejectionCode =
  | 'bad-shape'
  | 'bad-response'
  | 'unknown-item'
  | 'unknown-version'
  | 'unknown-draw'
  | 'unknown-sitting'
  | 'unknown-assignment'
  /** The draw was answered already: this question has new numbers now. */
  | 'used-draw'
  /** Handed in, or closed by the clock. */
  | 'sitting-closed'
  | 'no-tries'
  | 'future'
  | 'too-long'
  | 'too-many-logs'
  | 'not-stored';
