import { QrCode } from '@/components/certificates/qr-code';
import type { Classroom } from '@/lib/classes/classroom';
import { sayJoinCode } from '@/lib/classes/join-code';
import { standingOfJoin } from '@/lib/classes/join-rules';
import { classesWords } from '@/lib/words/classes';
import type { Locale } from '@/lib/words/locale';
import { classTime } from './class-time';
import styles from './classes.module.css';

type Props = { classroom: Classroom; learners: number; origin: string; locale: Locale; now: Date };

/** How learners get in: the code, its address as a QR code, and what holds for it. */
export function JoinCard({ classroom, learners, origin, locale, now }: Props) {
  const words = classesWords[locale].overview;
  const { join, archivedAt, timeZone } = classroom;
  const standing = standingOfJoin(classroom, learners, now);
  // Those who join read the class's language.
  const address = `${origin}/${classroom.locale}/join`;
  const rules = [
    join.expiresAt && words.until(`${classTime(join.expiresAt, locale, timeZone)} (${timeZone})`),
    join.cap !== null && words.cap(join.cap),
    join.approves && words.approves,
  ].filter(Boolean);
  return (
    <section aria-labelledby="joining" className={styles.join}>
      <h2 id="joining">{words.joining}</h2>
      {join.code === null ? (
        <p>{words.noCode}</p>
      ) : standing === 'ended' ? (
        <p>{archivedAt ? words.archivedCode : words.expiredCode}</p>
      ) : (
        <>
          <p className={styles.code}>{sayJoinCode(join.code)}</p>
          {standing === 'full' && <p>{words.fullCode}</p>}
          <div className={styles.qr}>
            <QrCode text={`${address}/${join.code}`} label={words.qr} />
          </div>
          <p>{words.enter(address.replace(/^https?:\/\//, ''))}</p>
          <p className={styles.address}>
            <span className={styles.small}>{words.copy}</span>{' '}
            <a href={`${address}/${join.code}`}>{`${address}/${join.code}`}</a>
          </p>
          {rules.length > 0 && <p className={styles.small}>{rules.join(' · ')}</p>}
        </>
      )}
    </section>
  );
}
