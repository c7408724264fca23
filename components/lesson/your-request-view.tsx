'use client';
import { useCallback, useEffect, useState } from 'react';
import buttons from '@/components/ui/button.module.css';
import type { Locale } from '@/lib/words/locale';
import { yourRequestWords } from '@/lib/words/your-request';
import { type EchoedRequest, readEcho } from './echoed-request';
import styles from './your-request.module.css';

type Asked =
  | { kind: 'asking' }
  | { kind: 'failed' }
  | { kind: 'too-many'; seconds: number }
  | { kind: 'told'; at: Date; request: EchoedRequest };

type Props = { locale: Locale; address: string };

/** Sends a request, and shows what the server got of it. */
export function YourRequestView({ locale, address }: Props) {
  const words = yourRequestWords[locale];
  const [asked, setAsked] = useState<Asked>({ kind: 'asking' });
  const send = useCallback(async () => setAsked(await ask(address)), [address]);
  useEffect(() => void send(), [send]);
  const again = () => {
    setAsked((before) => (before.kind === 'told' ? before : { kind: 'asking' }));
    void send();
  };
  return (
    <>
      <div className={styles.head}>
        <p role="status">{statusOf(asked, locale)}</p>
        <button type="button" className={buttons.button} onClick={again}>
          {words.again}
        </button>
      </div>
      <div className={styles.scroll} {...reachable}>
        {asked.kind === 'told' && <Lines locale={locale} request={asked.request} />}
      </div>
      <p className={styles.foot}>
        {words.noCookie} {words.curl} <code>{`curl ${location.origin}${address}`}</code>
      </p>
    </>
  );
}

/** It scrolls by itself where it is long, so it has to be reachable without a pointer. */
const reachable = { tabIndex: 0 };

async function ask(address: string): Promise<Asked> {
  const at = new Date();
  try {
    const response = await fetch(address, { cache: 'no-store', credentials: 'omit' });
    if (response.status === 429) {
      return { kind: 'too-many', seconds: Number(response.headers.get('retry-after')) || 1 };
    }
    if (!response.ok) return { kind: 'failed' };
    return { kind: 'told', at, request: readEcho(new Uint8Array(await response.arrayBuffer())) };
  } catch {
    return { kind: 'failed' };
  }
}

function statusOf(asked: Asked, locale: Locale): string {
  const words = yourRequestWords[locale];
  switch (asked.kind) {
    case 'asking':
      return words.sending;
    case 'failed':
      return words.failed;
    case 'too-many':
      return words.tooMany(asked.seconds);
    case 'told':
      return words.sent(asked.at.toLocaleTimeString(locale === 'zh' ? 'zh-CN' : 'en-GB'), asked.request.size);
  }
}

function Lines({ locale, request }: { locale: Locale; request: EchoedRequest }) {
  const words = yourRequestWords[locale];
  const { method, target, version, fields, content } = request;
  return (
    <ol className={styles.lines} aria-label={words.lines}>
      <Line locale={locale} text={`${method} ${target} ${version}`} says={words.request(method, target, version)} />
      {fields.map(({ line, name, value }) => (
        <Line
          key={line}
          locale={locale}
          name={name}
          text={value}
          says={(Object.hasOwn(words.fields, name.toLowerCase()) && words.fields[name.toLowerCase()]) || words.unknown}
        />
      ))}
      <Line locale={locale} text="" says={`${words.empty}${gap(locale)}${after(content, locale)}`} />
    </ol>
  );
}

function after(content: number, locale: Locale): string {
  const words = yourRequestWords[locale];
  return content > 0 ? words.content(content) : words.noContent;
}

function gap(locale: Locale): string {
  return locale === 'zh' ? '' : ' ';
}

function Line({ locale, name, text, says }: { locale: Locale; name?: string; text: string; says: string }) {
  return (
    <li>
      <code>
        {name !== undefined && <b>{name}: </b>}
        {text}
        <span className={styles.end} title={yourRequestWords[locale].end}>
          CR LF
        </span>
      </code>
      <span className={styles.says}>{says}</span>
    </li>
  );
}
