import type { AnswerResult, SentAnswer } from '@/lib/quiz/answer';
import { attempt, shelf } from './on-device';

/** What the server would not take. It is kept until the learner has seen why. */
export type Refused = Extract<AnswerResult, { status: 'rejected' | 'incomplete' }>;

/** An answer on its way. Its number is the shelf's: it orders the answers of this browser. */
export type Waiting = Omit<SentAnswer, 'seq'> & {
  key: number;
  /** Whose it is, so that it is not sent as another's; '' when nobody was known here yet. */
  learner: string;
  /** Whether that was a guest. */
  guest: boolean;
  /** How far its draft had got when it was handed in. */
  draftAt?: number | undefined;
  refused?: Refused | undefined;
};

type Unnumbered = Omit<Waiting, 'key'> & { key?: number };

/** Where answers were kept before they had a shelf. */
const oldPrefix = 'handrail.answer.';
/** Says to pages that do not look into the outbox that something waits in it. */
const flag = 'handrail.waiting';

const answers = shelf<Unnumbered>('answers');
let carrying: Promise<unknown> | undefined;

/** Keeps an answer; again, when something has become known about it. */
export async function keep(answer: Unnumbered): Promise<void> {
  attempt(() => localStorage.setItem(flag, '1'));
  await answers.put(answer);
}

export function remove({ key }: Waiting): Promise<void> {
  return answers.remove(key);
}

/** Everything that is kept here, of everybody, in the order in which it was answered. */
export async function kept(): Promise<Waiting[]> {
  carrying ??= carryOver();
  await carrying;
  const all = (await answers.all()).flatMap(({ key, ...answer }) =>
    typeof key === 'number' ? { ...answer, key } : [],
  );
  if (all.length === 0) attempt(() => localStorage.removeItem(flag));
  return all.sort((one, other) => one.key - other.key);
}

/** Takes over, in their order, what an earlier edition of this page left in localStorage. */
async function carryOver(): Promise<void> {
  const old = (attempt(() => Object.entries(localStorage)) ?? [])
    .filter(([name]) => name.startsWith(oldPrefix))
    .flatMap(([name, text]) => {
      const answer = attempt((): SentAnswer & { learner: string } => JSON.parse(text));
      return answer?.item ? [{ name, answer }] : [];
    })
    .sort((one, other) => one.answer.seq - other.answer.seq);
  for (const { name, answer } of old) {
    const { seq: _, ...rest } = answer;
    await keep({ ...rest, guest: !answer.learner });
    attempt(() => localStorage.removeItem(name));
  }
}
