/**
 * What this browser keeps for its learners, on a shelf by name: in IndexedDB, whose writes are on the disk before they count
 * (`strict`); where that is refused, in localStorage; where that is refused too (some private windows), as long as the page lasts.
 */
export type Shelf<T> = {
  /** Resolves to the value's key once it is kept. */
  put(value: T): Promise<IDBValidKey>;
  remove(key: IDBValidKey): Promise<void>;
  all(): Promise<T[]>;
};

type ShelfName = 'answers' | 'drafts';

/** Answers are numbered by the database itself: in order over all tabs, and no number comes twice. */
const numbered: Record<ShelfName, boolean> = { answers: true, drafts: false };

/** Longer than a browser that works takes; some never answer. */
const patienceMs = 3_000;

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('IndexedDB does not answer')), patienceMs);
    const request = indexedDB.open('handrail', 1);
    request.onupgradeneeded = () => {
      for (const name of ['answers', 'drafts'] as const)
        request.result.createObjectStore(name, { keyPath: 'key', autoIncrement: numbered[name] });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const close = () => {
        database.close();
        opening = undefined;
      };
      // A newer page wants to change the shelves; the next use here opens them as they are then.
      database.onversionchange = close;
      database.onclose = close;
      resolve(database);
    };
  });
  return opening;
}

async function within<R>(
  name: ShelfName,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<R>,
): Promise<R> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(name, mode, { durability: 'strict' });
    const request = ask(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

const memory = new Map<string, string>();
/** Above all numbers of the database, and small enough to be sent as one. */
const firstInstead = 1_000_000_000;

function next(): number {
  const counter = 'handrail.seq';
  const count = (Number(attempt(() => localStorage.getItem(counter)) ?? memory.get(counter)) || 0) + 1;
  memory.set(counter, String(count));
  attempt(() => localStorage.setItem(counter, String(count)));
  return count;
}

/** Uses what may be refused. */
export function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

export function shelf<T extends { key?: IDBValidKey | undefined }>(name: ShelfName): Shelf<T> {
  const prefix = `handrail.${name}.`;
  const instead = {
    put(value: T) {
      const key = value.key ?? firstInstead + next();
      const text = JSON.stringify({ ...value, key });
      const isKept = attempt(() => {
        localStorage.setItem(prefix + key, text);
        return true;
      });
      if (!isKept) memory.set(prefix + key, text);
      return key;
    },
    remove(key: IDBValidKey) {
      attempt(() => localStorage.removeItem(prefix + key));
      memory.delete(prefix + key);
    },
    all(): T[] {
      const stored = attempt(() => Object.entries(localStorage)) ?? [];
      return [...stored, ...memory].flatMap(([key, text]) =>
        key.startsWith(prefix) ? (attempt((): T => JSON.parse(text)) ?? []) : [],
      );
    },
  };
  return {
    async put(value) {
      try {
        const key = await within(name, 'readwrite', (store) => store.put(value));
        instead.remove(key);
        return key;
      } catch {
        return instead.put(value);
      }
    },
    async remove(key) {
      instead.remove(key);
      await within(name, 'readwrite', (store) => store.delete(key)).catch(() => {});
    },
    async all() {
      const kept = await within<T[]>(name, 'readonly', (store) => store.getAll()).catch(() => []);
      return [...kept, ...instead.all()];
    },
  };
}
