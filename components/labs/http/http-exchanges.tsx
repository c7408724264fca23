import { epoch } from '@/lib/labs/http/setup';
import type { Exchange, HttpState } from '@/lib/labs/http/state';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import styles from './http.module.css';
import { exchangeOf, requestObject, responseObject } from './shown-message';

type Props = { locale: Locale; state: HttpState; before: HttpState | null; picked: number | null };

/** Every request with what became of it, in their order. What was asked and what came back can each be pointed at. */
export function HttpExchanges({ locale, state, before, picked }: Props) {
  const words = httpViewWords[locale];
  const known = before?.exchanges.length ?? state.exchanges.length;
  return (
    <ol className={styles.exchanges} aria-label={words.exchanges}>
      {state.exchanges.length === 0 && <li className={styles.none}>{words.noExchanges}</li>}
      {state.exchanges.map((exchange) => (
        <Row
          key={exchange.id}
          locale={locale}
          exchange={exchange}
          isNew={exchange.id >= known}
          isPicked={picked !== null && exchangeOf(picked) === exchange.id}
        />
      ))}
    </ol>
  );
}

function Row({
  locale,
  exchange,
  isNew,
  isPicked,
}: {
  locale: Locale;
  exchange: Exchange;
  isNew: boolean;
  isPicked: boolean;
}) {
  const words = httpViewWords[locale];
  const { id, by, seen, from, sentAt, request, response } = exchange;
  return (
    <li
      data-now={isNew || undefined}
      data-picked={isPicked || undefined}
      data-follows={exchange.follows !== null || undefined}
    >
      <span className={styles.number}>{id + 1}</span>
      <button
        type="button"
        className={styles.asked}
        data-side="client"
        {...(request ? { 'data-object': requestObject(id) } : { 'aria-disabled': true })}
      >
        {words.way(exchange.method || words.unread, targetOf(exchange.url))}
      </button>
      <button
        type="button"
        className={styles.answered}
        data-side={from === 'cache' ? 'cache' : 'server'}
        {...(response ? { 'data-object': responseObject(id) } : { 'aria-disabled': true })}
      >
        {seen ? `${seen.status} ${seen.reason}` : words.noStatus}
      </button>
      <span className={styles.fact}>{words.of(words.by[by], `${words.from[from]}, ${words.later(sentAt)}`)}</span>
    </li>
  );
}

/** `/etag?x` of `https://practice.example/etag?x`; the whole address where it is another host’s. */
export function targetOf(url: string): string {
  return url.startsWith('https://practice.example/') || url.startsWith('http://practice.example/')
    ? url.slice(url.indexOf('/', 8))
    : url;
}

/** What a clock on the wall shows. */
export function clockText(now: number): string {
  return new Date(epoch + now).toISOString().slice(11, 19);
}
