'use client';

import { type ReactNode, useEffect, useReducer, useState } from 'react';
import button from '@/components/ui/button.module.css';
import type { StaffChange, StaffView } from '@/lib/live/staff-view';
import { liveWords } from '@/lib/words/live';
import { inLocale } from '@/lib/words/locale';
import { AskedPanel } from './asked-panel';
import { changedView } from './frames';
import { HandsPanel } from './hands-panel';
import { ItemsPanel } from './items-panel';
import styles from './live.module.css';
import { PeoplePanel } from './people-panel';
import { RoomButton, type RoomForm } from './room-button';
import { TallyBars } from './tally-bars';
import { Toggle } from './toggle';
import { useCalmly } from './use-calmly';
import { useRoomFeed } from './use-room-feed';

type Props = RoomForm & {
  initial: StaffView;
  /** When the page was drawn, in milliseconds since 1970. */
  drawnAt: number;
  timeZone: string;
  isArchived: boolean;
  /** Questions to put to the class, and labs to step: drawn by the server. */
  children: ReactNode;
};

/** The staff's side of a room. Drawn as it was when the page was loaded, and kept as it is from then on. */
export function RoomConsole({ initial, drawnAt, timeZone, isArchived, children, ...form }: Props) {
  const { locale, classId } = form;
  const words = liveWords[locale];
  const [view, change] = useReducer(changedView, initial);
  const [hidesNames, setHidesNames] = useState(false);
  const isFed = useRoomFeed<StaffChange>({ classId, side: 'staff' }, change);
  const now = useNow(drawnAt);
  const { room, people, items } = view;
  const here = `/${locale}/teach/classes/${classId}/live`;
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });

  if (room.openedAt === null)
    return (
      <div className={styles.closed}>
        <h2>{words.closedTitle}</h2>
        <p>{isArchived ? words.archived : words.closed}</p>
        {!isArchived && (
          <RoomButton {...form} what="open" tone="primary">
            {words.open}
          </RoomButton>
        )}
      </div>
    );
  return (
    <>
      <div className={styles.head}>
        <p>
          <b className={styles.count}>{words.here(room.present, room.of)}</b>{' '}
          <span className={styles.quiet}>
            · {words.openSince(time.format(new Date(room.openedAt)))}
            <FedMark isFed={isFed} live={words.following} lost={words.reconnecting} />
          </span>
        </p>
        <div className={styles.row}>
          <a className={button.button} href={`${here}/projector`}>
            {words.projector}
          </a>
          <noscript>
            <a className={button.button} href={here}>
              {words.refresh}
            </a>
          </noscript>
          <RoomButton {...form} what="close" tone="quiet">
            {words.close}
          </RoomButton>
        </div>
      </div>
      <Announcer view={view} locale={locale} />

      <section aria-labelledby="now" className={styles.section}>
        <h2 id="now">{words.nowTitle}</h2>
        {room.asked ? (
          <AskedPanel key={room.asked.id} {...form} asked={room.asked} present={room.present} />
        ) : room.lab ? (
          <div className={styles.row}>
            <p>{words.labOpen}</p>
            <a className={`${button.button} ${button.primary}`} href={`${here}/lab?lab=${room.lab}`}>
              {words.lead}
            </a>
            <RoomButton {...form} what="clear" tone="quiet">
              {words.clear}
            </RoomButton>
          </div>
        ) : (
          <p className={styles.quiet}>{words.nothing}</p>
        )}
      </section>

      {children}

      <section aria-labelledby="hands" className={styles.section}>
        <h2 id="hands">{words.handsTitle}</h2>
        <HandsPanel {...form} hands={room.hands} hidesNames={hidesNames} timeZone={timeZone} />
      </section>

      <section aria-labelledby="answers" className={styles.section}>
        <h2 id="answers">{words.answersTitle}</h2>
        <ItemsPanel items={items} locale={locale} />
      </section>

      <section aria-labelledby="where" className={styles.section}>
        <div className={styles.row}>
          <h2 id="where">{words.whereTitle}</h2>
          <Toggle
            isOn={hidesNames}
            onToggle={() => setHidesNames(!hidesNames)}
            className={`${button.button} ${button.quiet}`}
          >
            {hidesNames ? words.showNames : words.hideNames}
          </Toggle>
        </div>
        <PeoplePanel people={people} hidesNames={hidesNames} locale={locale} now={now} />
      </section>

      {room.past.length > 0 && (
        <section aria-labelledby="past" className={styles.section}>
          <h2 id="past">{words.pastTitle}</h2>
          <ul className={styles.items}>
            {room.past.map((asked) => (
              <li key={asked.id}>
                <details>
                  <summary>
                    <span className={styles.itemPrompt}>{inLocale(asked.prompt, locale)}</span>
                    <span className={styles.quiet}>{words.votes(asked.rounds.at(-1)?.tally.n ?? 0)}</span>
                  </summary>
                  <TallyBars
                    locale={locale}
                    caption={inLocale(asked.prompt, locale)}
                    tallies={asked.rounds.map(({ tally }) => tally)}
                    showsRight
                  />
                </details>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function FedMark({ isFed, live, lost }: { isFed: boolean; live: string; lost: string }) {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  if (!isReady) return null;
  return (
    <span role="status" className={styles.fed} data-lost={!isFed || undefined}>
      {' '}
      · {isFed ? live : lost}
    </span>
  );
}

/** What is read aloud: how many have voted, how many hands are up; not oftener than one can listen to. */
function Announcer({ view, locale }: { view: StaffView; locale: 'en' | 'zh' }) {
  const words = liveWords[locale];
  const { asked, hands, present } = view.room;
  const last = asked?.stage === 'voting' ? asked.rounds.at(-1) : undefined;
  const said = useCalmly(
    [
      ...(last ? [words.votesOf(last.tally.n, Math.max(present, last.tally.n))] : []),
      ...(hands.length > 0 ? [words.handsNow(hands.length)] : []),
    ].join(' · '),
  );
  return (
    <p className="visually-hidden" aria-live="polite">
      {said}
    </p>
  );
}

/** The present, near enough to say "3 minutes ago". */
function useNow(drawnAt: number): number {
  const [now, setNow] = useState(drawnAt);
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), 20_000);
    return () => clearInterval(clock);
  }, []);
  return now;
}
