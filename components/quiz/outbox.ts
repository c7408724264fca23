import type { SentAnswer } from '@/lib/quiz/answer';

/** An answer on its way, and whose it is ('' until that is known), so that one learner's answer is not sent as another's. */
export type Waiting = SentAnswer & { learner: string };

const prefix = 'handrail.answer.';
const sequence = 'handrail.seq';
const keptDays = 60;

// Where storage is refused (some private windows), the outbox lasts as long as the page.
const memory = new Map<string, string>();
const storage = {
  get: (key: string) => attempt(() => localStorage.getItem(key)) ?? memory.get(key) ?? null,
  set(key: string, value: string) {
    const isKept = attempt(() => {
      localStorage.setItem(key, value);
      return true;
    });
    if (!isKept) memory.set(key, value);
  },
  remove(key: string) {
    attempt(() => localStorage.removeItem(key));
    memory.delete(key);
  },
  keys: () => [...(attempt(() => Object.keys(localStorage)) ?? []), ...memory.keys()],
};

function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** Each answer under a key of its own: two tabs that write at once do not overwrite each other's. */
export function put(answer: Waiting): void {
  storage.set(prefix + answer.id, JSON.stringify(answer));
}

export function remove(id: string): void {
  storage.remove(prefix + id);
}

/** What waits, in the order in which it was answered. */
export function waiting(): Waiting[] {
  const oldest = Date.now() - keptDays * 864e5;
  return storage
    .keys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const answer: Waiting | undefined = attempt(() => JSON.parse(storage.get(key) ?? ''));
      // An answer without a date is kept: its device has no clock to go by.
      if (answer && !(Date.parse(answer.answeredAt ?? '') < oldest)) return [answer];
      storage.remove(key);
      return [];
    })
    .sort((one, other) => one.seq - other.seq);
}

/** Counts this browser's answers. */
export function nextSeq(): number {
  const next = (Number(storage.get(sequence)) || 0) + 1;
  storage.set(sequence, String(next));
  return next;
}

/** A version 4 UUID; `crypto.randomUUID` is missing on plain http in a classroom. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, at) => {
    const marked = at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte;
    return marked.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
