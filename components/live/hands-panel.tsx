'use client';

import type { HandView, Named } from '@/lib/live/staff-view';
import { liveWords } from '@/lib/words/live';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './live.module.css';
import { RoomButton, type RoomForm } from './room-button';

type Props = RoomForm & { hands: readonly HandView[]; hidesNames: boolean; timeZone: string };

/** Raised hands, the one that waits longest first. */
export function HandsPanel({ hands, hidesNames, timeZone, ...form }: Props) {
  const words = liveWords[form.locale];
  const time = new Intl.DateTimeFormat(form.locale, { timeStyle: 'short', timeZone });
  if (hands.length === 0) return <p className={styles.quiet}>{words.noHands}</p>;
  return (
    <>
      <ol className={styles.hands}>
        {hands.map(({ id, name, at }, place) => {
          const called = hidesNames ? words.learnerNumber(place + 1) : saidName(name, form.locale);
          return (
            <li key={id}>
              <span className={styles.name}>{called}</span>
              <span className={styles.quiet}>{words.since(time.format(new Date(at)))}</span>
              <RoomButton {...form} what="lower" about={{ learner: id }} tone="quiet" label={words.lowerOf(called)}>
                {words.lower}
              </RoomButton>
            </li>
          );
        })}
      </ol>
      {hands.length > 1 && (
        <RoomButton {...form} what="lower-all" tone="quiet">
          {words.lowerAll}
        </RoomButton>
      )}
    </>
  );
}

export function saidName(name: Named, locale: Locale): string {
  return (typeof name === 'string' ? name : inLocale(name, locale)) || liveWords[locale].noName;
}
