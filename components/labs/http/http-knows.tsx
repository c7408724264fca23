import type { ReactNode } from 'react';
import { cacheControl } from '@/lib/labs/http/client/cache-control';
import type { Cookie } from '@/lib/labs/http/client/cookie';
import { freshnessOf } from '@/lib/labs/http/client/freshness';
import type { StoredResponse } from '@/lib/labs/http/client/stored-response';
import { epoch } from '@/lib/labs/http/setup';
import type { HttpState } from '@/lib/labs/http/state';
import { httpWords } from '@/lib/words/http';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import styles from './http.module.css';
import { clockText, targetOf } from './http-exchanges';

type Props = { locale: Locale; state: HttpState; before: HttpState | null };

/** What the browser knows at this moment: kept answers and how fresh they are, cookies, who it says it is, where it was sent. */
export function HttpKnows({ locale, state, before }: Props) {
  const words = httpViewWords[locale];
  const { cache, jar, credentials, usesCache, usesCookies } = state.client;
  const now = epoch + state.now;
  // A browser clears out what has expired when it next looks: for whoever looks here, it is gone.
  const kept = jar.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const changed = (what: 'cache' | 'jar' | 'credentials') =>
    before !== null && before.client[what] !== state.client[what];
  const logins = Object.entries(credentials);
  return (
    <div className={styles.knows}>
      <p className={styles.clock}>
        {words.clock} <b>{clockText(state.now)}</b>
      </p>
      <Card title={words.cache} off={usesCache ? '' : words.cacheOff} isNew={changed('cache')} none={words.cacheEmpty}>
        {cache.map((stored) => (
          <Stored
            key={`${stored.url} ${JSON.stringify(stored.selecting)}`}
            locale={locale}
            state={state}
            stored={stored}
          />
        ))}
      </Card>
      <Card title={words.jar} off={usesCookies ? '' : words.cacheOff} isNew={changed('jar')} none={words.jarEmpty}>
        {kept.map((cookie) => (
          <Kept key={`${cookie.name} ${cookie.domain} ${cookie.path}`} locale={locale} cookie={cookie} now={now} />
        ))}
      </Card>
      <Card title={words.login} off="" isNew={changed('credentials')} none={words.nobody}>
        {logins.map(([origin, value]) => (
          <li key={origin}>{words.sendsAuthorization(origin, value.split(' ')[0] ?? '')}</li>
        ))}
      </Card>
      <Card
        title={words.redirect}
        off=""
        isNew={before !== null && before.redirect !== state.redirect}
        none={words.noRedirect}
      >
        {state.redirect
          ? [<li key="next">{words.goesTo(state.redirect.wish.method, targetOf(state.redirect.wish.url))}</li>]
          : []}
      </Card>
    </div>
  );
}

type CardProps = { title: string; off: string; isNew: boolean; none: string; children: readonly ReactNode[] };

function Card({ title, off, isNew, none, children }: CardProps) {
  return (
    <fieldset className={styles.card} data-now={isNew || undefined} aria-label={title}>
      <p className={styles.head}>
        {title} {off !== '' && <i>{off}</i>}
      </p>
      {children.length > 0 ? <ul>{children}</ul> : <p>{none}</p>}
    </fieldset>
  );
}

function Stored({ locale, state, stored }: { locale: Locale; state: HttpState; stored: StoredResponse }) {
  const words = httpViewWords[locale];
  const freshness = freshnessOf(stored, state.client.cacheKind, epoch + state.now);
  const { age, lifetime, isFresh, by } = freshness;
  const named = httpWords[locale].lifetimes[by];
  const asks = cacheControl(stored.response.fields).has('no-cache');
  const says = stored.invalid
    ? words.invalid
    : asks
      ? words.mustAsk
      : isFresh
        ? words.freshFor(lifetime - age, named)
        : words.staleSince(age - lifetime, named);
  const usable = isFresh && !stored.invalid && !asks;
  const vary = stored.selecting.map(({ name }) => name).join(', ');
  return (
    <li>
      <b>{targetOf(stored.url)}</b> {vary !== '' && <span>{words.variesBy(vary)}</span>}
      {!asks && !stored.invalid && (
        <progress
          aria-label={words.age(age, lifetime)}
          max={Math.max(1, lifetime)}
          value={Math.min(age, lifetime)}
          data-fresh={usable || undefined}
        />
      )}
      <span data-fresh={usable || undefined}>{says}</span>
    </li>
  );
}

function Kept({ locale, cookie, now }: { locale: Locale; cookie: Cookie; now: number }) {
  const words = httpViewWords[locale];
  const { name, value, domain, path, hostOnly, secure, httpOnly, sameSite, expiresAt } = cookie;
  const marks = [
    words.cookieFor(domain, path, hostOnly),
    expiresAt === null ? words.session : words.expiresIn(Math.max(0, Math.round((expiresAt - now) / 1_000))),
    ...(secure ? ['Secure'] : []),
    ...(httpOnly ? ['HttpOnly'] : []),
    words.sendsWhen[sameSite],
  ];
  return (
    <li>
      <b>{`${name}=${value}`}</b> <span>{marks.join(' · ')}</span>
    </li>
  );
}
