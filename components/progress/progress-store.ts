import type { ProgressSummary } from '@/lib/progress/progress';

type Listener = (progress: ProgressSummary | null) => void;

const listeners = new Set<Listener>();
let loading: Promise<ProgressSummary | null> | undefined;
let latest: ProgressSummary | null = null;
let asked = 0;

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
  const reply = await fetch('/api/progress');
  if (!reply.ok) throw new Error(`progress: ${reply.status}`);
  const told: ProgressSummary | null = reply.status === 204 ? null : await reply.json();
  // A reply that was overtaken by a later question is old news.
  if (mine !== asked) return latest;
  latest = told;
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

/** Who this page belongs to, as far as it has been told. */
export function knownLearner(): ProgressSummary['learner'] | null {
  return latest?.learner ?? null;
}
