import { useSyncExternalStore } from 'react';

let newest: { readonly seq: number; readonly saved: unknown } | null = null;
const listeners = new Set<() => void>();

/** The lab as an event told it to this page. */
export function keepSharedRun(seq: number, saved: unknown): void {
  newest = { seq, saved };
  for (const listener of listeners) listener();
}

/** What was told after event `drawn`, with which the page was drawn; null: nothing. */
export function useSharedRun(drawn: number): unknown {
  const told = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => newest,
    () => null,
  );
  return told && told.seq > drawn ? told.saved : null;
}
