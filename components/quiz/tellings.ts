import { answeringLearner } from '@/components/progress/progress-store';
import type { Sending } from './send-answer';

type Listener = (sending: Sending) => void;
type Told = { item: string; sending: Sending; learner: string };

const listeners = new Map<string, Set<Listener>>();
const ofAny = new Set<() => void>();
let channel: BroadcastChannel | undefined;

/** Other tabs show the same questions, and one of them may be the one that sends. */
function others(): BroadcastChannel | undefined {
  if (channel || typeof BroadcastChannel === 'undefined') return channel;
  channel = new BroadcastChannel('handrail.answers');
  channel.onmessage = ({ data }: MessageEvent<Told>) => {
    // What was said to one person is not shown on another's page.
    if (data.learner === (answeringLearner()?.id ?? '')) hear(data);
  };
  return channel;
}

export function onTold(item: string, listener: Listener): () => void {
  others();
  const heard = listeners.get(item) ?? new Set();
  listeners.set(item, heard.add(listener));
  return () => heard.delete(listener);
}

/** Hears that something has become of some answer. */
export function onAnyTold(listener: () => void): () => void {
  others();
  ofAny.add(listener);
  return () => ofAny.delete(listener);
}

/** Tells this page, and, where it is known whose answer it is, the other tabs. */
export function tell(item: string, sending: Sending, learner?: string): void {
  hear({ item, sending });
  if (learner !== undefined) others()?.postMessage({ item, sending, learner } satisfies Told);
}

function hear({ item, sending }: Pick<Told, 'item' | 'sending'>): void {
  for (const listener of listeners.get(item) ?? []) listener(sending);
  for (const listener of ofAny) listener();
}
