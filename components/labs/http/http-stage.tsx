import type { CSSProperties } from 'react';
import type { HttpAction } from '@/lib/labs/http/action';
import type { HttpEvent } from '@/lib/labs/http/event';
import type { HttpState } from '@/lib/labs/http/state';
import { httpViewWords } from '@/lib/words/http-view';
import type { StageProps } from '../lab-view';
import styles from './http.module.css';
import { HttpBytes } from './http-bytes';
import { HttpExchanges } from './http-exchanges';
import { HttpKnows } from './http-knows';
import { HttpPassages } from './http-passages';
import { subjectOf } from './shown-message';

/** Rows that are seen at once; a longer run scrolls within. */
const mostRows = 8;
const freeRows = 5;
/** What scrolls by itself must be reachable without a pointer. */
const reachable = { tabIndex: 0 };

/** The exchanges, what the browser knows, what a front end made of them, and one message byte by byte. */
export function HttpStage({
  locale,
  before,
  frame,
  whole,
  picked,
  pick,
}: StageProps<HttpState, HttpAction, HttpEvent>) {
  const { state } = frame;
  const was = before?.state ?? null;
  const subject = subjectOf(state, frame.events);
  const isOnPaper = state.setup.specimens.length > 0 && state.exchanges.length === 0 && !whole?.exchanges.length;
  const rows = Math.min(Math.max(whole?.exchanges.length ?? freeRows, 3), mostRows);
  const room: CSSProperties & { '--rows': number } = { '--rows': rows };
  return (
    <>
      {!isOnPaper && (
        <div className={styles.stage}>
          <div className={styles.list} data-follow style={room} {...reachable}>
            <HttpExchanges locale={locale} state={state} before={was} picked={picked?.object ?? subject} />
            {state.pending.length > 0 && (
              <p className={styles.pending}>{httpViewWords[locale].pending(state.pending.length)}</p>
            )}
          </div>
          <div className={styles.beside} {...reachable}>
            {state.setup.relay ? (
              <HttpPassages locale={locale} state={state} />
            ) : (
              <HttpKnows locale={locale} state={state} before={was} />
            )}
          </div>
        </div>
      )}
      <HttpBytes locale={locale} state={state} subject={subject} picked={picked} pick={pick} />
    </>
  );
}
