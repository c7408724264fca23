import { useCallback, useEffect, useRef, useState } from 'react';
import type { SentAnswer } from '@/lib/quiz/answer';
import type { Kind } from '@/lib/quiz/public-kinds';
import { loadKind } from './kinds/load-kind';
import type { Said } from './quiz-status';
import { onSending, sendAnswer } from './send-answer';

type Asked = { kind: Kind; letters: readonly string[] } & Pick<
  SentAnswer,
  'item' | 'version' | 'draw' | 'sitting' | 'assignment'
>;

type Answering = {
  /** What is said beside the button. */
  said: Said | undefined;
  say: (next: Said | undefined) => void;
  /** What is said at this moment, drawn or not yet: two presses in one moment are one answer. */
  saidNow: () => Said | undefined;
  handIn: (written: FormData) => void;
};

/** Reads a form by its kind, hands the answer in, and hears what becomes of it. */
export function useAnswering({ kind, letters, ...asked }: Asked): Answering {
  const [said, setSaid] = useState<Said>();
  const now = useRef<Said>(undefined);
  const isReading = useRef(false);
  const say = useCallback((next: Said | undefined) => {
    now.current = next;
    setSaid(next);
  }, []);
  const { item } = asked;
  useEffect(() => onSending(item, say), [item, say]);
  useEffect(() => void loadKind(kind).catch(() => {}), [kind]);

  async function read(written: FormData) {
    const reader = await loadKind(kind).catch(() => undefined);
    if (!reader) return say({ kind: 'not-loaded' });
    const response = reader.fromForm(written);
    const reading = typeof response === 'object' && response ? reader.read(letters, response) : undefined;
    if (reading?.kind === 'incomplete') return say({ kind: 'incomplete', missing: reading.missing });
    sendAnswer({ ...asked, response });
  }

  function handIn(written: FormData) {
    if (isReading.current) return;
    isReading.current = true;
    void read(written).finally(() => {
      isReading.current = false;
    });
  }

  return { said, say, saidNow: () => now.current, handIn };
}
