import { becomeGuest, forgetGuest } from '@/components/progress/become-guest';
import type { LocalizedText } from '@/lib/quiz/answer';

export type Hint = { hint: LocalizedText; number: number; more: boolean };
export type Solution = {
  solution: { lines?: LocalizedText[]; actions?: readonly unknown[] };
  explanation?: LocalizedText;
};

/** What was told, or why nothing is: the names of sentences. */
type Told<Body> =
  | { kind: 'told'; body: Body }
  | { kind: 'refused'; why: 'refused' | 'offline' | 'inSitting' | 'tooMany' };

/** Asks for help. Help is written down for somebody: who is nobody yet becomes a guest first. */
export async function askHelp<Body>(address: string, asked: object): Promise<Told<Body>> {
  try {
    if (!(await becomeGuest())) return { kind: 'refused', why: 'offline' };
    const reply = await post(address, asked);
    // The guest is gone: the next press makes another.
    if (reply.status === 401) forgetGuest();
    if (reply.ok) return { kind: 'told', body: await reply.json() };
    return { kind: 'refused', why: reply.status === 409 ? 'inSitting' : reply.status === 429 ? 'tooMany' : 'refused' };
  } catch {
    return { kind: 'refused', why: 'offline' };
  }
}

function post(address: string, asked: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(asked),
  });
}
