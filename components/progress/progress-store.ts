import type { ProgressSummary } from '@/lib/progress/progress';

type Listener = (progress: ProgressSummary | null) => void;

/** A network that swallows everything is none. */
const longestCallMs = 10_000;

export type KnownLearner = Pick<ProgressSummary['learner'], 'id' | 'guest'>;

const listeners = new Set<Listener>();
let loading: Promise<ProgressSummary | null> | undefined;
let latest: ProgressSummary | null = null;
let asked = 0;
let isTold = false;

/** How far this learner is: one request a page, shared by every island. Null: no one has answered anything here yet. */
export function loadProgress(): Promise<ProgressSummary | null> {
  loading ??= fetchProgress().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function fetchProgress(): Promise<ProgressSummary | null> {
  asked += 1;
  const mine = asked;
  const reply = await fetch('/api/progress', { signal: AbortSignal.timeout(longestCallMs) });
  if (!reply.ok) throw new Error(`progress: ${reply.status}`);
  const told: ProgressSummary | null = reply.status === 204 ? null : await reply.json();
  // A reply that was overtaken by a later question is old news.
  if (mine !== asked) return latest;
  latest = told;
  isTold = true;
  remember(told?.learner ?? null);
  for (const listener of listeners) listener(latest);
  return latest;
}

/** Asks again: something was answered, or someone else is here now. */
export function reloadProgress(): void {
  loading = undefined;
  loadProgress().catch(() => {});
}

/** Hears the progress that is known and every later one. */
export function onProgress(listener: Listener): () => void {
  listeners.add(listener);
  if (latest) listener(latest);
  else loadProgress().catch(() => {});
  return () => listeners.delete(listener);
}

/** Who this page belongs to, as far as it has been told; while the server cannot be asked, who was here last. */
export function knownLearner(): KnownLearner | null {
  return latest?.learner ?? (isTold ? null : remembered());
}

/**
 * Whose an answer is that is given now: also of somebody whose session has run out, until they sign in again or `forgetLearner` says
 * that they are gone.
 */
export function answeringLearner(): KnownLearner | null {
  return latest?.learner ?? remembered();
}

/**
 * Whether what `learner` left on this device ('' when nobody was known) is for this learner to see and to send. A guest is whoever is at
 * this browser without an account; what an account left waits for that account.
 */
export function isTheirs({ learner, guest }: { learner: string; guest: boolean }, me: KnownLearner | null): boolean {
  return learner === me?.id || (guest && me?.guest !== false);
}

/** Whoever was here is here no more. */
export function forgetLearner(): void {
  latest = null;
  keepRemembered(null);
}

const key = 'handrail.learner';

function remembered(): KnownLearner | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** A guest who is gone comes back as another guest; an account comes back by signing in. */
function remember(learner: ProgressSummary['learner'] | null): void {
  if (learner || remembered()?.guest) keepRemembered(learner);
  if (learner) tabs?.postMessage(learner.id);
}

function keepRemembered(learner: ProgressSummary['learner'] | null): void {
  try {
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
    // On a machine that others use too, nobody is remembered beyond the tab.
    const storage = learner?.leaves ? sessionStorage : localStorage;
    if (learner) storage.setItem(key, JSON.stringify({ id: learner.id, guest: learner.guest }));
  } catch {
    // Storage is refused: who is here is known only as long as the server can be asked.
  }
}

// Where pages are drawn on the server there are no tabs, and an open channel would keep the process from ending.
const tabs = typeof window === 'undefined' ? undefined : new BroadcastChannel('handrail.learner');
if (tabs)
  // Somebody else is here now, in another tab of this browser: this page is not theirs to see.
  tabs.onmessage = ({ data }: MessageEvent<string>) => {
    if (latest && latest.learner.id !== data) location.reload();
  };
