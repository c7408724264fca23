import type { ChangeEvent } from 'react';
import type { ByteField } from '@/lib/labs/byte-map';
import { linesMap, messageMap } from '@/lib/labs/http/message-map';
import { octetText } from '@/lib/labs/http/octets';
import type { HttpState } from '@/lib/labs/http/state';
import { httpFieldWords } from '@/lib/words/http-field';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import { ByteInspector, type FieldWords } from '../bytes/byte-inspector';
import bytes from '../bytes/bytes.module.css';
import type { Picked } from '../lab-view';
import styles from './http.module.css';
import { HttpFraming } from './http-framing';
import { exchangeOf, firstLine, messageOf, objectsOf } from './shown-message';
import { VisibleText } from './visible-text';

type Props = {
  locale: Locale;
  state: HttpState;
  /** What the step was about: shown until something is pointed at. */
  subject: number | null;
  picked: Picked | null;
  pick?: ((picked: Picked) => void) | undefined;
};

/** One message: its bytes with their names, its text with its line ends, and how the reader finds its end or its fault. */
export function HttpBytes({ locale, state, subject, picked, pick }: Props) {
  const words = httpViewWords[locale];
  const object = picked?.object ?? subject;
  const message = object === null ? null : messageOf(state, object);
  if (!message) return <p className={bytes.empty}>{words.noBytes}</p>;
  const map = message.isOpen ? linesMap(message.bytes) : messageMap(message.bytes, message.parsed);
  const fault = message.isOpen ? undefined : message.faults[0];
  const byte = Math.min(picked?.byte ?? fault?.from ?? 0, Math.max(0, message.bytes.length - 1));
  return (
    <>
      <ByteInspector
        locale={locale}
        object={message.object}
        bytes={message.bytes}
        map={map}
        byte={byte}
        explain={(field) => explainField(field, locale)}
        still={!pick}
        chooser={
          <label className={bytes.chooser}>
            <span>{words.bytesOf}</span>{' '}
            <select {...chosen(message.object, pick)}>
              {objectsOf(state).map((one) => (
                <option key={one} value={one}>
                  {nameOf(state, one, locale)}
                </option>
              ))}
            </select>
          </label>
        }
      />
      <div className={styles.reading}>
        <fieldset aria-label={words.text}>
          <p className={styles.head}>{words.text}</p>
          <VisibleText text={octetText(message.bytes)} />
        </fieldset>
        <HttpFraming locale={locale} message={message} />
      </div>
    </>
  );
}

function nameOf(state: HttpState, object: number, locale: Locale): string {
  const words = httpViewWords[locale];
  const exchange = exchangeOf(object);
  if (exchange === null) return words.specimenOf(object - 10_000 + 1);
  const one = state.exchanges[exchange];
  const isRequest = object % 2 === 0;
  const line = firstLine((isRequest ? one?.request : one?.response) ?? new Uint8Array());
  return isRequest ? words.requestOf(exchange + 1, line) : words.responseOf(exchange + 1, line);
}

function chosen(object: number, pick: Props['pick']) {
  if (!pick) return { defaultValue: object };
  return {
    value: object,
    onChange: (event: ChangeEvent<HTMLSelectElement>) => pick({ object: Number(event.target.value), byte: null }),
  };
}

const mostSaid = 80;

function explainField({ field, value }: ByteField, locale: Locale): FieldWords {
  const words = httpFieldWords[locale];
  const text = String(value).replaceAll('\r\n', ' ');
  const said = text.length > mostSaid ? `${text.slice(0, mostSaid)}…` : text;
  const why = words.why(field);
  return { name: words.name(field), value: said, why: [said.trim(), why].filter((part) => part !== '').join(' · ') };
}
