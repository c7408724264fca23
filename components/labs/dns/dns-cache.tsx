import type { CSSProperties } from 'react';
import { aliveEntries, type CacheEntry, secondsLeft } from '@/lib/labs/dns/cache';
import { dataText } from '@/lib/labs/dns/data-text';
import type { DnsState } from '@/lib/labs/dns/state';
import { dnsViewWords } from '@/lib/words/dns-view';
import type { Locale } from '@/lib/words/locale';
import styles from './dns.module.css';
import { shortName } from './dns-labels';

type Props = { locale: Locale; state: DnsState; before: DnsState | null };

/** How much of its time an entry still has. */
function share(left: number, { since, until }: CacheEntry): CSSProperties & { '--left': number } {
  return { '--left': until > since ? (left * 1_000) / (until - since) : 0 };
}

/** What scrolls by itself must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

/** The resolver's cache: what it knows, and for how long still. */
export function DnsCache({ locale, state, before }: Props) {
  const words = dnsViewWords[locale];
  const entries = aliveEntries(state.cache, state.now);
  const { name, type, data, left } = words.cacheColumns;
  return (
    <fieldset className={styles.cache} aria-label={words.cache}>
      <p className={styles.heading}>
        {words.cache} <span>{words.cacheCount(entries.length)}</span>
      </p>
      {entries.length === 0 ? (
        <p className={styles.empty}>{words.cacheEmpty}</p>
      ) : (
        <div className={styles.scroll} {...reachable}>
          <table>
            <thead>
              <tr>
                {[name, type, data, left].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={`${entry.name} ${entry.type}`} entry={entry} state={state} before={before} locale={locale} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </fieldset>
  );
}

function Row({ entry, state, before, locale }: { entry: CacheEntry } & Props) {
  const words = dnsViewWords[locale];
  const left = secondsLeft(entry, state.now);
  const isNew = before !== null && ![...before.cache.values()].includes(entry);
  const said = entry.negative
    ? words.nothing[entry.negative.rcode]
    : entry.data.map(dataText).map(shortName).join(', ');
  return (
    <tr data-new={isNew || undefined} data-false={entry.isFalse || undefined}>
      <th scope="row">{shortName(entry.name)}</th>
      <td>{entry.type === '*' ? words.anyType : entry.type}</td>
      <td>
        {said}
        {entry.isFalse && <b className={styles.false}>{words.isFalse}</b>}
      </td>
      <td className={styles.left}>
        <span className={styles.rest} style={share(left, entry)} aria-hidden="true" />
        {words.seconds(left)}
      </td>
    </tr>
  );
}
