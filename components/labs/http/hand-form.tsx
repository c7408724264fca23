'use client';
import { type FormEvent, useId, useState } from 'react';
import type { HttpAction } from '@/lib/labs/http/action';
import { textOctets } from '@/lib/labs/http/octets';
import { mostText } from '@/lib/labs/http/setup';
import { httpViewWords } from '@/lib/words/http-view';
import type { Locale } from '@/lib/words/locale';
import lab from '../lab.module.css';
import styles from './http.module.css';
import { type LineEnd, typedBytes } from './typed-bytes';
import { VisibleText } from './visible-text';

type Props = {
  locale: Locale;
  host: string;
  draft: string;
  canSend: boolean;
  canClose: boolean;
  act?: ((action: HttpAction) => void) | undefined;
};

const ends: readonly LineEnd[] = ['crlf', 'lf'];

const drafts = {
  get: 'GET / HTTP/1.1\nHost: HOST\n\n',
  head: 'HEAD /range HTTP/1.1\nHost: HOST\n\n',
  post: 'POST /notes HTTP/1.1\nHost: HOST\nContent-Type: application/json\nContent-Length: 29\n\n{"title":"tea","text":"Buy."}\\\n',
  chunked:
    'POST /echo HTTP/1.1\nHost: HOST\nContent-Type: text/plain\nTransfer-Encoding: chunked\n\n5\nHello\n7\n, world\n0\n\n',
  conditional: 'GET /etag HTTP/1.1\nHost: HOST\nIf-None-Match: "…"\n\n',
  range: 'GET /range HTTP/1.1\nHost: HOST\nRange: bytes=0-9\n\n',
} as const;
type DraftId = keyof typeof drafts;
const draftIds = Object.keys(drafts).filter((id): id is DraftId => Object.hasOwn(drafts, id));

/** A message to the byte: what is typed, how its lines end, and what goes out, with its line ends to be seen. */
export function HandForm({ locale, host, draft, canSend, canClose, act }: Props) {
  const words = httpViewWords[locale];
  const id = useId();
  const [typed, setTyped] = useState(draft === '' ? drafts.get.replaceAll('HOST', host) : draft);
  const [lineEnd, setLineEnd] = useState<LineEnd>('crlf');
  const text = typedBytes(typed, lineEnd);
  const isGood = text.length > 0 && text.length <= mostText;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood) act?.({ kind: 'send', text });
  };
  return (
    <form className={styles.hand} onSubmit={submit}>
      <fieldset>
        <legend>{words.hand}</legend>
        <p className={styles.begin}>
          <span>{words.begin}</span>
          {draftIds.map((one) => (
            <button
              key={one}
              type="button"
              className={lab.button}
              onClick={() => setTyped(drafts[one].replaceAll('HOST', host))}
            >
              {words.drafts[one]}
            </button>
          ))}
        </p>
        <label htmlFor={`${id}-text`}>{words.editor}</label>
        <textarea
          id={`${id}-text`}
          rows={7}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={`${id}-hint`}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={`${id}-hint`} className={styles.hint}>
          {words.editorHint}
        </p>
        <label>
          {words.lineEnds}{' '}
          <select
            value={lineEnd}
            onChange={(event) => setLineEnd(ends.find((one) => one === event.target.value) ?? 'crlf')}
          >
            {ends.map((one) => (
              <option key={one} value={one}>
                {words.lineEnd[one]}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.hint}>{words.preview(textOctets(text).length)}</p>
        <VisibleText text={text} />
        <p className={styles.row}>
          {canSend && (
            <button type="submit" className={`${lab.button} ${lab.primary}`} disabled={act !== undefined && !isGood}>
              {words.send}
            </button>
          )}
          {canClose && (
            <button type="button" className={lab.button} onClick={() => act?.({ kind: 'close' })}>
              {words.close}
            </button>
          )}
        </p>
      </fieldset>
    </form>
  );
}
