import { becomeGuest, forgetGuest } from '@/components/progress/become-guest';
import { knownLearner, loadProgress, reloadProgress } from '@/components/progress/progress-store';
import type { AnswerResult, SentAnswer } from '@/lib/quiz/answer';
import { newId, nextSeq, put, remove, type Waiting, waiting } from './outbox';

/** What a learner is told about an answer that was handed in. */
export type Sending =
  | { kind: 'sending' }
  /** Kept on this device; will be sent again by itself. */
  | { kind: 'waiting' }
  | { kind: 'signed-out' }
  | { kind: 'result'; result: AnswerResult };

type Listener = (sending: Sending) => void;

const listeners = new Map<string, Set<Listener>>();
const mostAtOnce = 20;
let draining = false;
let pause = 1_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Hears what becomes of the answers to an item, also of one that an earlier visit left waiting. */
export function onSending(item: string, listener: Listener): () => void {
  const heard = listeners.get(item) ?? new Set();
  listeners.set(item, heard.add(listener));
  if (waiting().some((answer) => answer.item === item)) {
    listener({ kind: 'waiting' });
    void drain();
  }
  return () => heard.delete(listener);
}

/** Hands an answer in: it is kept on this device first, then sent until the server has answered it. */
export function sendAnswer(answer: Omit<SentAnswer, 'id' | 'seq' | 'answeredAt'>): void {
  const answeredAt = new Date().toISOString();
  put({ ...answer, id: newId(), seq: nextSeq(), answeredAt, learner: knownLearner()?.id ?? '' });
  tell(answer.item, { kind: 'sending' });
  pause = 1_000;
  void drain();
}

/** Sends what waits. Called when the page opens, comes back, or the network does. */
export async function drain(): Promise<void> {
  if (draining) return;
  draining = true;
  clearTimeout(timer);
  try {
    // Whose page this is must be known first: another's answers wait for them.
    await loadProgress().catch(() => null);
    tellTheSignedOut();
    for (let batch = mine(); batch.length > 0; batch = mine()) {
      const wait = await send(batch);
      if (wait === 0) continue;
      for (const { item } of batch) tell(item, { kind: wait === 'signed-out' ? 'signed-out' : 'waiting' });
      if (wait !== 'signed-out') timer = setTimeout(drain, wait);
      return;
    }
  } finally {
    draining = false;
  }
}

/** What waits and may be sent as the learner of this page. */
function mine(): Waiting[] {
  const me = knownLearner()?.id;
  return waiting()
    .filter(({ learner }) => !learner || learner === me)
    .slice(0, mostAtOnce);
}

function tellTheSignedOut(): void {
  if (knownLearner()) return;
  for (const { item, learner } of waiting()) if (learner) tell(item, { kind: 'signed-out' });
}

/** Sends one call. 0: go on; milliseconds: not now. */
async function send(batch: readonly Waiting[]): Promise<number | 'signed-out'> {
  const later = () => {
    pause = Math.min(pause * 2, 60_000);
    return pause;
  };
  try {
    if (!knownLearner() && !(await becomeGuest())) return later();
    const answers = batch.map(({ learner: _, ...answer }) => answer);
    const reply = await fetch('/api/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ answers }),
    });
    if (reply.status === 401) return isGone(batch) ? 'signed-out' : later();
    if (reply.status === 413 && batch.length > 1) return send(batch.slice(0, batch.length >> 1));
    if (!reply.ok) return Number(reply.headers.get('retry-after')) * 1_000 || later();
    const { results }: { results: AnswerResult[] } = await reply.json();
    if (results.length !== batch.length) return later();
    results.forEach((result, at) => {
      const answer = batch[at];
      if (answer) settle(answer, result);
    });
    pause = 1_000;
    reloadProgress();
    return 0;
  } catch {
    return later();
  }
}

/** The session ended. Who had signed in must do so again; a guest becomes another guest, and takes along what was not sent. */
function isGone(batch: readonly Waiting[]): boolean {
  if (knownLearner()?.guest === false) return true;
  forgetGuest();
  for (const answer of batch) put({ ...answer, learner: '' });
  reloadProgress();
  return false;
}

function settle(answer: Waiting, result: AnswerResult): void {
  // This device's clock is wrong: the server's own time will do.
  if (result.status === 'rejected' && result.code === 'future') {
    const { answeredAt: _, ...undated } = answer;
    put(undated);
    return;
  }
  remove(answer.id);
  tell(answer.item, { kind: 'result', result });
}

function tell(item: string, sending: Sending): void {
  for (const listener of listeners.get(item) ?? []) listener(sending);
}

if (typeof window !== 'undefined') {
  addEventListener('online', () => void drain());
  addEventListener('pageshow', () => void drain());
}
