import { displayName } from '@/lib/classes/display-name';
import type { Member } from '@/lib/classes/roster-store';
import { classesWords } from '@/lib/words/classes';
import type { Locale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import { classDay } from './class-time';
import styles from './roster.module.css';
import { ScrollRegion } from './scroll-region';

type Props = {
  members: readonly Member[];
  locale: Locale;
  timeZone: string;
  /** Whoever looks. */
  me: string;
  /** The class's address. */
  home: string;
  mayChange: boolean;
};

/** A page of the roster; ticks choose whom the buttons below are for. */
export function RosterTable({ members, locale, timeZone, me, home, mayChange }: Props) {
  const words = rosterWords[locale];
  const { role: roles } = classesWords[locale];
  return (
    <ScrollRegion label={words.list}>
      <table className={styles.roster} aria-label={words.list}>
        <thead>
          <tr>
            {mayChange && <td />}
            <th scope="col">{words.name}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.lastSeen}</th>
            <th scope="col">{words.joined}</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => {
            const { learnerId, role } = member;
            const name = displayName(member, locale) || words.unnamed;
            return (
              <tr key={learnerId}>
                {mayChange && (
                  <td className={styles.tick}>
                    <input type="checkbox" name="member" value={learnerId} aria-label={words.choose(name)} />
                  </td>
                )}
                <th scope="row">
                  {role === 'learner' ? (
                    <a href={`${home}/gradebook/${learnerId}`} dir="auto">
                      {name}
                    </a>
                  ) : (
                    <span dir="auto">{name}</span>
                  )}
                  {learnerId === me && <span className={styles.you}>{words.you}</span>}
                  {member.login && <small>{words.signsInAs(member.login)}</small>}
                </th>
                <td>{roles[role]}</td>
                <td dir="auto">{member.group}</td>
                <td className={styles.figure}>{member.externalId}</td>
                <td className={styles.figure}>
                  {member.lastSeenAt ? classDay(member.lastSeenAt, locale, timeZone) : words.never}
                </td>
                <td className={styles.figure}>{classDay(member.enrolledAt, locale, timeZone)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
