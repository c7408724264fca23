import { type CSSProperties, lazy, Suspense } from 'react';
import type { JourneyAction } from '@/lib/labs/journey/action';
import type { JourneyEvent } from '@/lib/labs/journey/event';
import type { JourneyState } from '@/lib/labs/journey/state';
import { shownMilestones } from '@/lib/labs/journey/step';
import { journeyWords } from '@/lib/words/journey';
import { journeyViewWords } from '@/lib/words/journey-view';
import type { Locale } from '@/lib/words/locale';
import type { StageProps } from '../lab-view';
import { loadWords } from '../load-words';
import styles from './journey.module.css';
import { JourneyAddress } from './journey-address';
import { JourneyFacts } from './journey-facts';
import { objectsOfRequest, requestName } from './journey-labels';
import { JourneyWaterfall } from './journey-waterfall';

/** The bytes, and the names of all fields of all layers: fetched when the first request is there to be looked at. */
const bytesIn = (locale: Locale) =>
  lazy(async () => {
    const [{ JourneyBytes }] = await Promise.all([import('./journey-bytes'), loadWords('journey-bytes', locale)]);
    return { default: JourneyBytes };
  });
const bytesOfLanguage = { en: bytesIn('en'), zh: bytesIn('zh') } satisfies Record<Locale, unknown>;

/** Room in free play, where nobody knows how many requests will come. */
const freeRows = 6;
const reachable = { tabIndex: 0 };

/** The waterfall of the last journey, what happened in it, where its time went, and the bytes underneath. */
export function JourneyStage({
  id,
  locale,
  frame,
  whole,
  picked,
  pick,
}: StageProps<JourneyState, JourneyAction, JourneyEvent>) {
  const words = journeyViewWords[locale];
  const { state } = frame;
  const visit = state.visits.at(-1);
  const rows = Math.max(...(whole?.visits.map(({ requests }) => requests.length) ?? [freeRows]), 1);
  const room: CSSProperties & { '--rows': number } = { '--rows': rows };
  const chosen = picked ? Math.floor(picked.object / objectsOfRequest) : null;
  const request = chosen !== null && chosen > 0 ? chosen : (visit?.requests.at(0)?.id ?? null);
  const isOver = state.shownUntil === null;
  const JourneyBytes = bytesOfLanguage[locale];
  return (
    <>
      <div className={styles.stage} style={room} {...reachable}>
        {visit ? (
          <JourneyWaterfall {...{ locale, state, visit }} picked={request} still={!pick} />
        ) : (
          <p className={styles.none}>{words.none}</p>
        )}
        {visit && (
          <p className={styles.legend} aria-hidden="true">
            {(['dns', 'tcp', 'tls', 'queue', 'wait', 'receive'] as const).map((kind) => (
              <span key={kind} className={styles.sample} data-phase={kind}>
                {words.phases[kind]}
              </span>
            ))}
            <span className={styles.sample} data-mark="firstPaint">
              {words.marks.firstPaint}
            </span>
          </p>
        )}
      </div>
      {visit && (
        <div className={styles.beside}>
          <Told locale={locale} state={state} />
          {isOver && <JourneyFacts locale={locale} state={state} visit={visit} />}
        </div>
      )}
      {visit && <JourneyAddress locale={locale} visit={visit} />}
      <div className={styles.bytes}>
        {pick && request !== null && (
          <Suspense>
            <JourneyBytes {...{ id, locale, state, request, picked, pick }} />
          </Suspense>
        )}
      </div>
    </>
  );
}

function Told({ locale, state }: { locale: Locale; state: JourneyState }) {
  const words = journeyViewWords[locale];
  const { milestone, time } = journeyWords[locale];
  const began = state.visits.at(-1)?.startedAt ?? 0;
  return (
    <fieldset className={styles.told} aria-label={words.told}>
      <p className={styles.head}>{words.told}</p>
      <ol {...reachable}>
        {shownMilestones(state).map((one, at) => (
          <li key={`${one.kind} ${String(at)}`}>
            <span className={styles.at}>{time(one.at - began)}</span>{' '}
            {milestone(one, (request) => requestName(state, request))}
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
