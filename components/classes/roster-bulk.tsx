import button from '@/components/ui/button.module.css';
import { classRoles } from '@/lib/access/class-access';
import type { RosterCount } from '@/lib/classes/roster-store';
import type { Locale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import styles from './roster.module.css';

type Props = { groups: RosterCount['groups']; home: string; locale: Locale };

/** What can be done with the members that are ticked above, in one form with them. */
export function RosterBulk({ groups, home, locale }: Props) {
  const words = rosterWords[locale];
  return (
    <fieldset className={styles.bulk}>
      <legend>{words.withChosen}</legend>
      <label>
        {words.putInto}
        <select name="group">
          <option value="">{words.noGroup}</option>
          {groups.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label>
        {words.newGroup}
        <input name="newGroup" maxLength={60} autoComplete="off" dir="auto" />
      </label>
      <button type="submit" name="do" value="group" className={button.button}>
        {words.put}
      </button>
      <span className={styles.break} />
      {/* A page of its own, which is only looked at: asked for, not acted on. */}
      <button type="submit" formMethod="get" formAction={`${home}/roster/cards`} className={button.button}>
        {words.cardsFor}
      </button>
      {classRoles.map((role) => (
        <button key={role} type="submit" name="do" value={role} className={button.button}>
          {words.makeRole[role]}
        </button>
      ))}
      <button type="submit" name="do" value="remove" className={`${button.button} ${button.danger}`}>
        {words.remove}
      </button>
    </fieldset>
  );
}
