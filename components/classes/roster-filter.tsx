import button from '@/components/ui/button.module.css';
import { classRoles } from '@/lib/access/class-access';
import type { RosterAsked, RosterCount } from '@/lib/classes/roster-store';
import { classesWords } from '@/lib/words/classes';
import type { Locale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import styles from './roster.module.css';

type Props = { asked: RosterAsked; groups: RosterCount['groups']; address: string; locale: Locale };

/** Narrows the roster down: a plain form that asks for the page anew. */
export function RosterFilter({ asked, groups, address, locale }: Props) {
  const words = rosterWords[locale];
  const roles = classesWords[locale].role;
  return (
    <search>
      <form className={styles.filter} method="get" action={address}>
        <label>
          {words.search}
          <input type="search" name="q" defaultValue={asked.search} maxLength={100} dir="auto" />
        </label>
        {groups.length > 0 && (
          <label>
            {words.group}
            <select name="group" defaultValue={asked.group ?? ''}>
              <option value="">{words.everyGroup}</option>
              {groups.map(({ name, learners }) => (
                <option key={name} value={name}>{`${name} (${learners})`}</option>
              ))}
            </select>
          </label>
        )}
        <label>
          {words.role}
          <select name="role" defaultValue={asked.role ?? ''}>
            <option value="">{words.everyRole}</option>
            {classRoles.map((role) => (
              <option key={role} value={role}>
                {roles[role]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className={button.button}>
          {words.searchSubmit}
        </button>
        {(asked.search || asked.group || asked.role) && <a href={address}>{words.clear}</a>}
      </form>
    </search>
  );
}
