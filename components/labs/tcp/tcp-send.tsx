import type { KeyboardEvent } from 'react';
import { mostBytesToSend, type TcpAction, tcpActionSchema } from '@/lib/labs/tcp/action';
import type { Side } from '@/lib/labs/tcp/setup';
import type { Locale } from '@/lib/words/locale';
import { tcpViewWords } from '@/lib/words/tcp-view';
import lab from '../lab.module.css';
import type { Press } from '../lab-view';
import styles from './tcp.module.css';

type Props = {
  id: string;
  locale: Locale;
  side: Side;
  press: Press<TcpAction>;
  /** Left out where the field is only drawn, on the server. */
  act?: (action: TcpAction) => void;
};

/** A text and the SEND call that hands it over. The field keeps its text: one often sends again. */
export function SendField({ id, locale, side, press, act }: Props) {
  const words = tcpViewWords[locale];
  const field = `${id}-${side}-text`;
  const send = () => {
    const input = document.getElementById(field);
    const action = tcpActionSchema.safeParse({
      kind: 'send',
      side,
      text: input instanceof HTMLInputElement ? input.value : '',
    });
    if (action.success) act?.(action.data);
    else input?.focus();
  };
  const first: TcpAction = { kind: 'send', side, text: words.firstText[side] };
  return (
    <span className={styles.send}>
      <input
        id={field}
        type="text"
        defaultValue={words.firstText[side]}
        maxLength={mostBytesToSend}
        autoComplete="off"
        aria-label={words.textToSend(words.sides[side])}
        {...(act && { onKeyDown: onEnter(send) })}
      />
      <button
        type="button"
        className={lab.button}
        aria-label={words.callOf(words.calls.send, words.sides[side])}
        {...press({ kind: 'act', action: first })}
        {...(act && { onClick: send })}
      >
        {words.calls.send}
      </button>
    </span>
  );
}

/** Enter, but not the one that accepts a word of an input method. */
function onEnter(send: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) send();
  };
}
