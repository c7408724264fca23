import { becomeGuest, forgetGuest } from '@/components/progress/become-guest';
import {
  answeringLearner,
  isTheirs,
  type KnownLearner,
  knownLearner,
  loadProgress,
  reloadProgress,
} from '@/components/progress/progress-store';
import type { AnswerResult, SentAnswer } from '@/lib/quiz/answer';
import { dropDraft, handInDraft } from './drafts';
import { newId } from './new-id';
import { keep, kept, type Refused, remove, type Waiting } from './outbox';
import { onTold, tell } from './tellings';

/** What a learner is told about an answer that was handed in. */
export type Sending =
  | { kind: 'sending' }
  /** Kept on this device; will be sent again by itself. */
  | { kind: 'waiting' }
  | { kind: 'signed-out' }
  | { kind: 'result'; result: AnswerResult };

const mostAtOnce = 20;
/** After this long without an answer of the server it is said that the answer is only here so far. */
const slowMs = 1_500;
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
const longestCallMs = 30_000;
/** A browser sends at most 64 KiB beyond the end of a page. */
const mostBeyondThePage = 30_000;

const unsettled = new Map<string, ReturnType<typeof setTimeout>>();
let pause = firstPauseMs;
/** The server said when it wants to hear again; by the clock that nobody can set. */
let notBefore = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let isDraining = false;
let isMore = false;
/** One look for all the questions of a page that opens. */
let looking: Promise<Waiting[]> | undefined;

/** Hears what becomes of the answers to an item, also of one that an earlier visit left waiting. */
export function onSending(item: string, listener: (sending: Sending) => void): () => void {
  const stop = onTold(item, listener);
  looking ??= kept().finally(() => {
    looking = undefined;
  });
  void looking.then((all) => {
    const mine = all.filter((answer) => answer.item === item && isMine(answer));
    const last = mine.at(-1);
    if (last) listener(last.refused ? { kind: 'result', result: last.refused } : { kind: 'waiting' });
    // Nobody is here, and somebody's answer is: only they can send it.
    else if (!answeringLearner() && all.some((answer) => answer.item === item)) listener({ kind: 'signed-out' });
    if (all.length > 0) drain();
  });
  return stop;
}

/**
 * Hands an answer in: it is kept on this device first, then sent until the server has answered it. Its draft is done with it, unless
 * it `goes-on`, as what was done in a lab does.
 */
export function sendAnswer(
  answer: Omit<SentAnswer, 'id' | 'seq' | 'answeredAt'>,
  draft: 'done' | 'goes-on' = 'done',
): void {
  const { item } = answer;
  const me = answeringLearner();
  const id = newId();
  tell(item, { kind: 'sending' });
  unsettled.set(
    id,
    setTimeout(() => void sayThatItWaits(id, item), slowMs),
  );
  pause = firstPauseMs;
  void keep({
    ...answer,
    id,
    answeredAt: new Date().toISOString(),
    learner: me?.id ?? '',
    guest: me?.guest ?? true,
    ...(draft === 'done' ? { draftAt: handInDraft(item) } : {}),
  }).then(drain);
}

/** Unless another tab has sent it meanwhile. */
async function sayThatItWaits(id: string, item: string): Promise<void> {
  const isHere = (await kept()).some((answer) => answer.id === id && !answer.refused);
  if (isHere && unsettled.has(id)) tell(item, { kind: 'waiting' });
}

/** Sends what waits. Called when something was answered, the page comes back, or the network does. */
export function drain(): void {
  isMore = true;
  if (isDraining) return;
  isDraining = true;
  const sending = alone(async () => {
    while (isMore) {
      isMore = false;
      await sendWaiting();
    }
  });
  void sending.finally(() => {
    isDraining = false;
    if (isMore) drain();
  });
}

/** One tab sends at a time. Where browsers have no locks (plain http) two may send the same; the server stores it once. */
async function alone(work: () => Promise<void>): Promise<void> {
  return navigator.locks ? navigator.locks.request('handrail.outbox', work) : work();
}

async function sendWaiting(): Promise<void> {
  clearTimeout(timer);
  // Whose page this is must be known first: another's answers wait for them.
  await loadProgress().catch(() => null);
  for (let batch = await mine(); batch.length > 0; batch = await mine()) {
    const early = notBefore - performance.now();
    const wait = early > 0 ? early : await send(batch);
    if (wait === 0) continue;
    for (const answer of batch) settled(answer, { kind: wait === 'signed-out' ? wait : 'waiting' });
    if (wait !== 'signed-out') timer = setTimeout(drain, wait);
    return;
  }
}

/** What waits and may be sent as the learner of this page: theirs, and what was answered here before anybody was known. */
async function mine(): Promise<Waiting[]> {
  return (await kept()).filter((answer) => !answer.refused && isMine(answer)).slice(0, mostAtOnce);
}

export function isMine(answer: Waiting): boolean {
  return isTheirs(answer, answeringLearner());
}

/** Sends one call. 0: go on; milliseconds: not now. */
async function send(batch: readonly Waiting[]): Promise<number | 'signed-out'> {
  const later = () => {
    pause = Math.min(pause * 2, longestPauseMs);
    return pause;
  };
  try {
    const known = knownLearner();
    // An account whose session has run out does not go on as a guest.
    if (!known && answeringLearner()) return 'signed-out';
    const me = known ?? (await becomeGuest());
    if (!me) return later();
    if (!known && !me.guest) {
      reloadProgress();
      return later();
    }
    const own = await Promise.all(batch.map((answer) => claim(answer, me)));
    const body = JSON.stringify({ learner: me.id, answers: own.map(toSent) });
    const reply = await fetch('/api/answers', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: body.length < mostBeyondThePage,
      signal: AbortSignal.timeout(longestCallMs),
    });
    if (reply.status === 401 || reply.status === 409) return isGone(me) ? 'signed-out' : later();
    if (reply.status === 413 && batch.length > 1) return send(batch.slice(0, batch.length >> 1));
    if (reply.status === 413) return refuseTooLong(batch);
    if (!reply.ok) return told(reply) || later();
    const { results }: { results: AnswerResult[] } = await reply.json();
    if (results.length !== batch.length) return later();
    for (const [at, answer] of own.entries()) {
      const result = results[at];
      if (result) await settle(answer, result);
    }
    pause = firstPauseMs;
    reloadProgress();
    return 0;
  } catch {
    return later();
  }
}

/** What was answered before anybody was known, or by a guest who is gone, belongs to the guest who is here now. */
async function claim(answer: Waiting, { id, guest }: KnownLearner): Promise<Waiting> {
  if (answer.learner === id) return answer;
  const own = { ...answer, learner: id, guest };
  await keep(own);
  return own;
}

function toSent({ key, id, item, version, response, answeredAt, draw, sitting, assignment }: Waiting): SentAnswer {
  return { id, item, version, response, seq: key, answeredAt, draw, sitting, assignment };
}

/** How long the server wants to be left alone. */
function told(reply: Response): number {
  const wait = Number(reply.headers.get('retry-after')) * 1_000 || 0;
  notBefore = performance.now() + wait;
  return wait;
}

/** The session ended. Who had signed in must do so again; a guest becomes another guest, and takes along what was not sent. */
function isGone(me: KnownLearner): boolean {
  if (!me.guest) return true;
  forgetGuest();
  reloadProgress();
  return false;
}

async function refuseTooLong(batch: readonly Waiting[]): Promise<0> {
  for (const answer of batch)
    await settle(answer, { id: answer.id, status: 'rejected', code: 'too-long', field: 'response', message: '' });
  return 0;
}

async function settle(answer: Waiting, result: AnswerResult): Promise<void> {
  if (result.status === 'rejected') {
    // Too many logs in one call: these come with the next.
    if (result.code === 'too-many-logs') return;
    if (result.code === 'future' && answer.answeredAt) {
      // This device's clock is wrong: the server's own time will do.
      const { answeredAt: _, ...undated } = answer;
      return keep(undated);
    }
  }
  if (result.status === 'rejected' || result.status === 'incomplete') await keep({ ...answer, refused: result });
  else {
    await remove(answer);
    dropDraft(answer.item, answer.draftAt);
  }
  settled(answer, { kind: 'result', result });
}

function settled(answer: Waiting, sending: Sending): void {
  clearTimeout(unsettled.get(answer.id));
  unsettled.delete(answer.id);
  tell(answer.item, sending, answer.learner);
}

/** The learner has seen why an answer was not taken. */
export async function dismiss({ id }: Refused): Promise<void> {
  for (const answer of await kept()) if (answer.id === id) await remove(answer);
}

if (typeof window !== 'undefined') {
  addEventListener('online', drain);
  addEventListener('pageshow', (event) => event.persisted && drain());
}
