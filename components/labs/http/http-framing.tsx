import type { Fault } from '@/lib/labs/http/fault';
import { httpFault as faultsEn } from '@/lib/words/en/http-fault';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import { httpFault as faultsZh } from '@/lib/words/zh/http-fault';
import styles from './http.module.css';
import type { ShownMessage } from './shown-message';

const faultWords = { en: faultsEn, zh: faultsZh };

type Props = { locale: Locale; message: ShownMessage };

/** Where a message ends and why, and each fault at its byte, which can be pointed at. */
export function HttpFraming({ locale, message }: Props) {
  const words = httpViewWords[locale];
  const { faults, object } = message;
  return (
    <fieldset className={styles.framing} aria-label={words.framing}>
      <p className={styles.head}>{words.framing}</p>
      <p>{message.isOpen ? words.judgeFirst : endOf(message, locale)}</p>
      {message.isOpen ? null : faults.length === 0 ? (
        <p data-good>{words.noFault}</p>
      ) : (
        <ul>
          {unique(faults).map((fault) => (
            <li key={`${fault.code} ${fault.from}`}>
              <button type="button" data-object={object} data-byte={fault.from} data-field="">
                <b>{words.faultAt(fault.from)}</b> {faultWords[locale][fault.code]} <span>{`RFC ${fault.rfc}`}</span>
                {fault.tolerated && <i>{words.tolerated}</i>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}

/** One mistake may be met many times: so many are told. */
const mostTold = 12;

function unique(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>();
  return faults
    .filter(({ code, from }) => {
      const key = `${code} ${from}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, mostTold);
}

function endOf({ parsed }: ShownMessage, locale: Locale): string {
  const { ends } = httpViewWords[locale];
  const { framing, refusal, headComplete, places } = parsed;
  if (!headComplete || (refusal && framing.kind !== 'chunked' && framing.kind !== 'length')) return ends.unknown;
  switch (framing.kind) {
    case 'none':
      return framing.why === 'head' ? ends.head : framing.why === 'status' ? ends.status : ends.none;
    case 'length':
      return ends.length(framing.length);
    case 'chunked': {
      const data = places.chunked?.chunks.filter(({ size }) => size > 0) ?? [];
      return ends.chunked(
        data.length,
        data.reduce((sum, { dataFrom, dataTo }) => sum + dataTo - dataFrom, 0),
      );
    }
    case 'until-close':
      return ends.close;
    case 'tunnel':
      return ends.tunnel;
  }
}
