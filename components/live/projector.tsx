'use client';

import { useState } from 'react';
import { RichText } from '@/components/quiz/rich-text';
import button from '@/components/ui/button.module.css';
import type { RoomView, StaffChange } from '@/lib/live/staff-view';
import { liveWords } from '@/lib/words/live';
import { inLocale } from '@/lib/words/locale';
import styles from './live.module.css';
import { RoomButton, type RoomForm } from './room-button';
import { labelOf, TallyBars } from './tally-bars';
import { Toggle } from './toggle';
import { useRoomFeed } from './use-room-feed';

type Props = RoomForm & { initial: RoomView; name: string };

/** The room on the wall: the question, how many have voted, and what was answered once that is shown. */
export function Projector({ initial, name, ...form }: Props) {
  const { locale, classId } = form;
  const words = liveWords[locale];
  const [room, setRoom] = useState(initial);
  const [showsRight, setShowsRight] = useState(false);
  const isFed = useRoomFeed<StaffChange>({ classId, side: 'staff' }, (change) => {
    if (change.room) setRoom(change.room);
  });
  const { asked } = room;
  const last = asked?.rounds.at(-1);
  const text = asked && (asked.text[locale] ?? asked.text.en ?? asked.text.zh);
  return (
    <main id="main" className={styles.wall}>
      <div className={styles.wallHead}>
        <h1>{name}</h1>
        <p role="status">
          {room.openedAt === null ? words.closedTitle : words.here(room.present, room.of)}
          {room.hands.length > 0 && ` · ${words.handsNow(room.hands.length)}`}
          {!isFed && ` · ${words.reconnecting}`}
        </p>
      </div>
      {asked ? (
        <section aria-label={words.nowTitle}>
          <p className={styles.stage}>
            {words.stages[asked.stage]}
            {last && asked.stage === 'voting' && (
              <span> · {words.votesOf(last.tally.n, Math.max(room.present, last.tally.n))}</span>
            )}
          </p>
          <div className={styles.prompt}>{text ? <RichText text={text} /> : inLocale(asked.prompt, locale)}</div>
          {asked.stage === 'revealed' ? (
            <TallyBars
              locale={locale}
              caption={inLocale(asked.prompt, locale)}
              tallies={asked.rounds.map(({ tally }) => tally)}
              showsRight={showsRight}
              size="wall"
            />
          ) : (
            <ol className={styles.options}>
              {(last?.tally.bars ?? []).flatMap((bar, at) =>
                bar.label ? (
                  <li key={bar.key}>
                    <span className={styles.letter}>{String.fromCharCode(65 + at)}</span>
                    <span>{labelOf(bar, locale)}</span>
                  </li>
                ) : (
                  []
                ),
              )}
            </ol>
          )}
        </section>
      ) : (
        <p className={styles.prompt}>{room.lab ? words.labOpen : words.room.waiting}</p>
      )}
      <div className={styles.wallFoot}>
        {asked?.stage === 'voting' && (
          <RoomButton {...form} what="end-vote" tone="primary">
            {words.endVote}
          </RoomButton>
        )}
        {asked?.stage === 'discussing' && (
          <RoomButton {...form} what="vote-again" tone="primary">
            {words.voteAgain}
          </RoomButton>
        )}
        {asked && asked.stage !== 'revealed' && (
          <RoomButton {...form} what="reveal">
            {words.reveal}
          </RoomButton>
        )}
        {asked?.stage === 'revealed' && (
          <Toggle isOn={showsRight} onToggle={() => setShowsRight(!showsRight)} className={button.button ?? ''}>
            {showsRight ? words.hideRight : words.showRight}
          </Toggle>
        )}
        <a className={`${button.button} ${button.quiet}`} href={`/${locale}/teach/classes/${classId}/live`}>
          {words.leaveProjector}
        </a>
      </div>
    </main>
  );
}
