import button from '@/components/ui/button.module.css';
import type { Classroom } from '@/lib/classes/classroom';
import { displayName } from '@/lib/classes/display-name';
import type { Request } from '@/lib/classes/join-store';
import type { Locale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import { classTime } from './class-time';
import styles from './roster.module.css';

type Props = {
  requests: readonly Request[];
  classroom: Classroom;
  action: (form: FormData) => Promise<void>;
  locale: Locale;
};

/** Who has typed the code and waits: all are ticked, the usual answer is yes. */
export function JoinRequests({ requests, classroom, action, locale }: Props) {
  const words = rosterWords[locale];
  return (
    <section className={styles.section} aria-labelledby="requests">
      <h2 id="requests">{words.requests}</h2>
      {classroom.isPseudonymous && <p className={styles.quiet}>{words.requestsHidden}</p>}
      <form action={action}>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="classId" value={classroom.id} />
        <ul className={styles.groups}>
          {requests.map((request) => {
            const name = displayName(request, locale) || words.somebody;
            return (
              <li key={request.learnerId}>
                <label className={styles.inline}>
                  <input type="checkbox" name="member" value={request.learnerId} defaultChecked />
                  <span dir="auto">{name}</span>
                </label>
                <span className={styles.quiet}>
                  {words.asked(classTime(request.requestedAt, locale, classroom.timeZone))}
                </span>
              </li>
            );
          })}
        </ul>
        <p className={styles.inline}>
          <button type="submit" name="do" value="let-in" className={`${button.button} ${button.primary}`}>
            {words.letIn}
          </button>
          <button type="submit" name="do" value="turn-away" className={button.button}>
            {words.turnAway}
          </button>
        </p>
      </form>
    </section>
  );
}
