import button from '@/components/ui/button.module.css';
import type { RosterCount } from '@/lib/classes/roster-store';
import type { Locale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import styles from './roster.module.css';

type Props = {
  groups: RosterCount['groups'];
  classId: string;
  action: (form: FormData) => Promise<void>;
  locale: Locale;
  mayChange: boolean;
};

/** The groups of the class, with their renaming and dissolving, and the making of one. */
export function ClassGroups({ groups, classId, action, locale, mayChange }: Props) {
  const words = rosterWords[locale];
  const hidden = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="classId" value={classId} />
    </>
  );
  return (
    <section className={styles.section} aria-labelledby="groups">
      <h2 id="groups">{words.groups}</h2>
      <p className={styles.quiet}>{groups.length === 0 ? words.noGroups : words.groupsHint}</p>
      {groups.length > 0 && (
        <ul className={styles.groups}>
          {groups.map(({ name, learners }) => (
            <li key={name}>
              <span>
                <a href={`/${locale}/teach/classes/${classId}/roster?group=${encodeURIComponent(name)}`} dir="auto">
                  {name}
                </a>{' '}
                <span className={styles.quiet}>{words.members(learners)}</span>
              </span>
              {mayChange && (
                <form action={action}>
                  {hidden}
                  <input type="hidden" name="group" value={name} />
                  <input name="name" aria-label={words.renameTo(name)} defaultValue={name} maxLength={60} dir="auto" />
                  <button type="submit" name="do" value="rename" className={button.button}>
                    {words.rename}
                  </button>
                  <button type="submit" name="do" value="dissolve" className={button.button}>
                    {words.dissolve}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <form action={action} className={styles.filter}>
          {hidden}
          <label>
            {words.groupName}
            <input name="name" maxLength={60} autoComplete="off" required dir="auto" />
          </label>
          <button type="submit" name="do" value="make" className={button.button}>
            {words.makeGroup}
          </button>
        </form>
      )}
    </section>
  );
}
