'use client';

import { useState } from 'react';
import { RichText } from '@/components/quiz/rich-text';
import button from '@/components/ui/button.module.css';
import type { AskedView } from '@/lib/live/staff-view';
import { liveWords } from '@/lib/words/live';
import { inLocale } from '@/lib/words/locale';
import styles from './live.module.css';
import { RoomButton, type RoomForm } from './room-button';
import { TallyBars } from './tally-bars';
import { Toggle } from './toggle';

type Props = RoomForm & { asked: AskedView; present: number };

/** The question that the class has before it, and its next step. While votes come in, what they say stays hidden unless it is asked for. */
export function AskedPanel({ asked, present, ...form }: Props) {
  const { locale } = form;
  const words = liveWords[locale];
  const [shows, setShows] = useState<boolean | null>(null);
  const [showsRight, setShowsRight] = useState(false);
  const isShown = shows ?? asked.stage === 'revealed';
  const last = asked.rounds.at(-1);
  const text = asked.text[locale] ?? asked.text.en ?? asked.text.zh;
  return (
    <div className={styles.asked} data-stage={asked.stage}>
      <p className={styles.stage}>
        {words.stages[asked.stage]}
        {last && asked.stage === 'voting' && (
          <span className={styles.quiet}> · {words.votesOf(last.tally.n, Math.max(present, last.tally.n))}</span>
        )}
      </p>
      <div className={styles.prompt}>{text ? <RichText text={text} /> : inLocale(asked.prompt, locale)}</div>
      {isShown ? (
        <TallyBars
          locale={locale}
          caption={inLocale(asked.prompt, locale)}
          tallies={asked.rounds.map(({ tally }) => tally)}
          showsRight={showsRight}
        />
      ) : (
        <p className={styles.quiet}>{words.hiddenWhileVoting}</p>
      )}
      <div className={styles.row}>
        {asked.stage === 'voting' && (
          <RoomButton {...form} what="end-vote" tone="primary">
            {words.endVote}
          </RoomButton>
        )}
        {asked.stage === 'discussing' && (
          <RoomButton {...form} what="vote-again" tone="primary">
            {words.voteAgain}
          </RoomButton>
        )}
        {asked.stage !== 'revealed' && (
          <RoomButton {...form} what="reveal">
            {words.reveal}
          </RoomButton>
        )}
        <RoomButton {...form} what="clear" tone="quiet">
          {words.clear}
        </RoomButton>
        <span className={styles.toggles}>
          <Toggle isOn={isShown} onToggle={() => setShows(!isShown)} className={`${button.button} ${button.quiet}`}>
            {isShown ? words.hideBars : words.showBars}
          </Toggle>
          <Toggle
            isOn={showsRight}
            onToggle={() => setShowsRight(!showsRight)}
            className={`${button.button} ${button.quiet}`}
          >
            {showsRight ? words.hideRight : words.showRight}
          </Toggle>
        </span>
      </div>
    </div>
  );
}
