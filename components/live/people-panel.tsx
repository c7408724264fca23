'use client';

import type { PersonView } from '@/lib/live/staff-view';
import { liveWords } from '@/lib/words/live';
import { inLocale, type Locale } from '@/lib/words/locale';
import { saidName } from './hands-panel';
import styles from './live.module.css';

type Props = {
  people: readonly PersonView[];
  hidesNames: boolean;
  locale: Locale;
  /** Milliseconds since 1970. */
  now: number;
};

/** What scrolls sideways is reached by the keyboard too. */
const reachable = { tabIndex: 0 };
const mostShown = 300;
const idleMinutes = 5;

/** Who is where: those in the room first, then by when they were last seen. */
export function PeoplePanel({ people, hidesNames, locale, now }: Props) {
  const words = liveWords[locale];
  if (people.length === 0) return <p className={styles.quiet}>{words.nobody}</p>;
  const sorted = [...people].sort(
    (one, other) => Number(other.isPresent) - Number(one.isPresent) || (other.at ?? 0) - (one.at ?? 0),
  );
  return (
    <>
      <section className={styles.scroll} aria-label={words.whereTable} {...reachable}>
        <table className={styles.people}>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.seen}</th>
              <th scope="col" className={styles.number}>
                {words.answered}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, mostShown).map((person, at) => (
              <tr key={person.id} data-idle={isIdle(person, now) || undefined}>
                <th scope="row">
                  <span className={styles.name}>
                    {hidesNames ? words.learnerNumber(at + 1) : saidName(person.name, locale)}
                  </span>
                  {person.isPresent && <span className={styles.present}>{words.isHere}</span>}
                </th>
                <td>
                  {person.where ? (
                    <>
                      {inLocale(person.where.title, locale)}
                      {inLocale(person.where.heading, locale) && (
                        <span className={styles.quiet}> › {inLocale(person.where.heading, locale)}</span>
                      )}
                    </>
                  ) : (
                    <span className={styles.quiet}>{words.nowhere}</span>
                  )}
                </td>
                <td>
                  {seenText(person.at, now, locale)}
                  {isIdle(person, now) && <span className={styles.quiet}> · {words.idle}</span>}
                </td>
                <td className={styles.number}>{person.answers > 0 ? person.answers : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {sorted.length > mostShown && <p className={styles.quiet}>{words.more(sorted.length - mostShown)}</p>}
    </>
  );
}

function isIdle({ isPresent, at }: PersonView, now: number): boolean {
  return isPresent && at !== null && now - at > idleMinutes * 60_000;
}

function seenText(at: number | null, now: number, locale: Locale): string {
  const words = liveWords[locale];
  if (at === null) return '';
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return words.now;
  return minutes < 60 ? words.minutesAgo(minutes) : words.hoursAgo(Math.floor(minutes / 60));
}
