import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { whenNear } from '@/components/ui/when-near';
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
  /** A new choice is a new answer: what was said about the last one no longer applies, nor what is yet to be heard of it. */
  edited: () => void;
  handIn: (written: FormData) => void;
};

/** Reads a form by its kind, hands the answer in, and hears what becomes of it. */
export function useAnswering(form: RefObject<HTMLFormElement | null>, { kind, letters, ...asked }: Asked): Answering {
  const [said, setSaid] = useState<Said>();
  const now = useRef<Said>(undefined);
  const isReading = useRef(false);
  const isAhead = useRef(false);
  const say = useCallback((next: Said | undefined) => {
    now.current = next;
    setSaid(next);
  }, []);
  const { item } = asked;
  useEffect(
    () =>
      onSending(item, (sending) => {
        if (!isAhead.current) say(sending);
      }),
    [item, say],
  );
  // Two screens ahead of who reads: on time, and not part of what a page costs to open.
  useEffect(() => {
    const near = form.current && whenNear(form.current, '200%', () => loadKind(kind).catch(() => {}));
    return near ?? undefined;
  }, [form, kind]);

  async function read(written: FormData) {
    const reader = await loadKind(kind).catch(() => undefined);
    if (!reader) return say({ kind: 'not-loaded' });
    const response = reader.fromForm(written);
    const reading = typeof response === 'object' && response ? reader.read(letters, response) : undefined;
    if (reading?.kind === 'incomplete') return say({ kind: 'incomplete', missing: reading.missing });
    isAhead.current = false;
    sendAnswer({ ...asked, response });
  }

  function edited() {
    if (now.current?.kind === 'sending') return;
    isAhead.current = true;
    say(undefined);
  }

  function handIn(written: FormData) {
    if (isReading.current) return;
    isReading.current = true;
    void read(written).finally(() => {
      isReading.current = false;
    });
  }

  return { said, say, saidNow: () => now.current, edited, handIn };
}
