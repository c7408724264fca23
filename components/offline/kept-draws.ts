/** One learner's numbers for a variant, as `POST /api/draws` gave them. */
export type KeptDraw = {
  readonly draw: string;
  /** Of the question they were drawn for: a page that shows another one has no use for them. */
  readonly version: string;
  readonly public: { readonly holes: Record<string, string> };
};

const DATABASE = 'handrail.draws';
const STORE = 'draws';

/** The numbers that were kept on this device for this learner and item, or undefined. Asked when the server cannot be. */
export async function keptDraw(learner: string, item: string): Promise<KeptDraw | undefined> {
  return within('readonly', (store) => store.get([learner, item])).catch(() => undefined);
}

/** These numbers have been answered: the next ones come from the server. */
export async function forgetKeptDraw(learner: string, item: string): Promise<void> {
  await within('readwrite', (store) => store.delete([learner, item])).catch(() => undefined);
}

/**
 * Fetches this learner's numbers for each of these items and keeps them. Until it is answered the same draw comes back, so asking again
 * changes nothing. Returns how many are kept: a path is saved all the same when some could not be had.
 */
export async function keepDraws(learner: string, items: readonly string[]): Promise<number> {
  let kept = 0;
  for (const item of items) {
    const drawn = await draw(item).catch(() => undefined);
    if (!drawn) continue;
    const isKept = await within('readwrite', (store) => store.put(drawn, [learner, item])).catch(() => undefined);
    if (isKept !== undefined) kept += 1;
  }
  return kept;
}

async function draw(item: string): Promise<KeptDraw | undefined> {
  const headers = { 'content-type': 'application/json' };
  const reply = await fetch('/api/draws', { method: 'POST', headers, body: JSON.stringify({ item }) });
  return reply.ok ? reply.json() : undefined;
}

async function within<T>(mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = use(database.transaction(STORE, mode).objectStore(STORE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
