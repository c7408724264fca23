import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { type Role, roles } from '@/lib/auth/role';
import { queryOf } from '@/lib/people/page-address';
import type { Person } from '@/lib/people/person';
import { accountWords } from '@/lib/words/account';
import { adminWords } from '@/lib/words/admin';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './admin.module.css';
import { NextPage } from './next-page';
import { ScrollRegion } from './scroll-region';

type Props = {
  locale: Locale;
  people: readonly Person[];
  hasMore: boolean;
  asked: { typed: string; role: Role | ''; suspended: boolean; after: string };
};

/** People, and the ways to narrow them down. */
export function PeopleTable({ locale, people, hasMore, asked }: Props) {
  const words = adminWords[locale];
  const roleNames = accountWords[locale].account.role;
  const here = `/${locale}/admin/people`;
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone: 'UTC' });
  const same = { q: asked.typed, role: asked.role, state: asked.suspended ? 'suspended' : '' };
  const last = people.at(-1);
  return (
    <>
      <search>
        <form action={here} className={styles.filter}>
          <label className={styles.grow}>
            {words.people.search}
            <input type="search" name="q" defaultValue={asked.typed} maxLength={200} spellCheck={false} />
          </label>
          <label>
            {words.people.role}
            <select name="role" defaultValue={asked.role}>
              <option value="">{words.any}</option>
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleNames[role]}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.people.state}
            <select name="state" defaultValue={same.state}>
              <option value="">{words.any}</option>
              <option value="suspended">{words.people.suspendedOnly}</option>
            </select>
          </label>
          <button type="submit" className={button.button}>
            {words.find}
          </button>
        </form>
      </search>
      {people.length === 0 ? (
        <Notice kind="empty">
          <p>{words.people.none}</p>
        </Notice>
      ) : (
        <ScrollRegion label={words.people.table}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.name}>
                  {words.people.name}
                </th>
                <th scope="col">{words.people.login}</th>
                <th scope="col">{words.people.role}</th>
                <th scope="col">{words.people.seen}</th>
              </tr>
            </thead>
            <tbody>
              {people.map(({ id, login, name, email, role, lastSeenAt, suspendedAt }) => (
                <tr key={id}>
                  <th scope="row" className={styles.name}>
                    <a href={`${here}/${id}`}>
                      <bdi>{name ?? login}</bdi>
                    </a>
                    {suspendedAt && <span className={`${styles.small} ${styles.mark}`}>{words.people.suspended}</span>}
                  </th>
                  <td className={styles.name}>
                    <bdi>{login}</bdi>
                    {email && email !== login && <bdi className={styles.small}>{email}</bdi>}
                  </td>
                  <td>{roleNames[role]}</td>
                  <td className={styles.when}>{day.format(lastSeenAt)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <NextPage
        locale={locale}
        label={words.people.table}
        first={asked.after ? `${here}${queryOf(same)}` : null}
        next={hasMore && last ? `${here}${queryOf({ ...same, after: last.login })}` : null}
      />
    </>
  );
}
