import { keptDraw } from '@/components/offline/kept-draws';
import { becomeGuest, forgetGuest } from '@/components/progress/become-guest';
import { answeringLearner, loadProgress, reloadProgress } from '@/components/progress/progress-store';

/** A variant's numbers: the draw that an answer names, and what stands in the question's holes. */
export type Numbers = { id: string; holes: Readonly<Record<string, string>> };

/** Why there are none. */
export type NoNumbers = 'no-connection' | 'changed' | 'refused' | 'too-many';

const longestCallMs = 10_000;

/** Asks for this learner's numbers, and makes the browser a guest first where nobody is known. Without a network, those kept on this device. */
export async function askNumbers(item: string, version: string): Promise<Numbers | NoNumbers> {
  try {
    await loadProgress();
    if (!answeringLearner() && !(await becomeGuest())) return 'no-connection';
    let reply = await request(item);
    if (reply.status === 401) {
      // The session has run out: who had no account becomes another guest.
      forgetGuest();
      if (!(await becomeGuest())) return 'no-connection';
      reply = await request(item);
    }
    if (reply.status === 429) return 'too-many';
    if (reply.status >= 500) return (await kept(item, version)) ?? 'no-connection';
    if (!reply.ok) return 'refused';
    const given: { draw: string; version: string; public: { holes: Record<string, string> } } = await reply.json();
    reloadProgress();
    return given.version === version ? { id: given.draw, holes: given.public.holes } : 'changed';
  } catch {
    return (await kept(item, version)) ?? 'no-connection';
  }
}

function request(item: string): Promise<Response> {
  return fetch('/api/draws', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ item }),
    signal: AbortSignal.timeout(longestCallMs),
  });
}

/** Numbers that were fetched beforehand, for the question as this page shows it. */
async function kept(item: string, version: string): Promise<Numbers | undefined> {
  const learner = answeringLearner();
  const draw = learner ? await keptDraw(learner.id, item) : undefined;
  return draw && draw.version === version ? { id: draw.draw, holes: draw.public.holes } : undefined;
}
