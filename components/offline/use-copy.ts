import { useCallback, useEffect, useRef, useState } from 'react';
import { loadProgress } from '@/components/progress/progress-store';
import type { OfflineList } from '@/lib/offline/offline-list';
import type { Locale } from '@/lib/words/locale';
import { type CopyState, copyStateOf, type Fault } from './copy-state';
import { keepDraws } from './kept-draws';
import { removeCopy, saveCopy } from './save-copy';
import { SaveFault } from './save-fault';
import { begunCopies, savedCopies } from './saved-copies';
import { servedList } from './served-list';
import { registerWorker, unregisterWorker } from './worker-registration';

/** What is to be said of what was just done. */
export type Said = { readonly kind: 'saved'; readonly draws: number } | { readonly kind: 'removed' };

/** One path in one language on this device, and what can be done about it. */
export function useCopy(locale: Locale, path: string) {
  const [state, setState] = useState<CopyState>({ kind: 'checking' });
  const [said, setSaid] = useState<Said>();
  const saving = useRef<AbortController>(undefined);

  const look = useCallback(
    async (fault?: Fault) => {
      const next = await copyStateOf(locale, path);
      setState(fault && (next.kind === 'absent' || next.kind === 'saved') ? { ...next, fault } : next);
    },
    [locale, path],
  );

  useEffect(() => {
    void look();
    return () => saving.current?.abort();
  }, [look]);

  async function save(list: OfflineList) {
    const stop = new AbortController();
    saving.current = stop;
    setSaid(undefined);
    setState({ kind: 'saving', list, bytes: 0 });
    try {
      await registerWorker();
      // The browser may otherwise make room by throwing it away. Asking is free; a refusal changes nothing.
      await navigator.storage?.persist?.().catch(() => false);
      const whole = await saveNewest(list, stop.signal, (newest, bytes) =>
        setState({ kind: 'saving', list: newest, bytes }),
      );
      const draws = await drawsFor(whole);
      await look();
      setSaid({ kind: 'saved', draws });
    } catch (error) {
      await look(error instanceof SaveFault ? error.kind : 'failed');
    }
  }

  async function remove() {
    setSaid(undefined);
    await removeCopy({ locale, path });
    const [copies, begun] = await Promise.all([savedCopies(), begunCopies()]);
    if (copies.length + begun.length === 0) await unregisterWorker();
    await look();
    setSaid({ kind: 'removed' });
  }

  return { state, said, save, remove, stop: () => saving.current?.abort() };
}

/** Saves the list, or, when the site was renewed on the way, the list that it has then; once. */
async function saveNewest(
  list: OfflineList,
  signal: AbortSignal,
  told: (list: OfflineList, bytes: number) => void,
): Promise<OfflineList> {
  try {
    await saveCopy({ list, signal, told: (bytes) => told(list, bytes) });
    return list;
  } catch (error) {
    const isOutdated = error instanceof SaveFault && error.kind === 'changed';
    const served = isOutdated ? await servedList(list.locale, list.path) : null;
    if (!served || served === 'unlisted' || served.version === list.version) throw error;
    await saveCopy({ list: served, signal, told: (bytes) => told(served, bytes) });
    return served;
  }
}

/** Numbers are drawn for someone: who has not begun to answer has none, and saving makes no one a guest. */
async function drawsFor({ variants }: OfflineList): Promise<number> {
  if (variants.length === 0) return 0;
  const progress = await loadProgress().catch(() => null);
  return progress ? keepDraws(progress.learner.id, variants) : 0;
}
