import account from '@/components/account/account.module.css';
import type { NamedEvent } from '@/lib/audit/trail-store';
import { roles } from '@/lib/auth/role';
import type { PersonSeen } from '@/lib/people/people-store';
import { accountWords } from '@/lib/words/account';
import { adminWords } from '@/lib/words/admin';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './admin.module.css';
import { type AdminAction, AdminForm } from './admin-form';
import { TrailList } from './trail-list';

type Actions = Record<'roleAction' | 'linkAction' | 'suspendAction' | 'letBackAction' | 'eraseAction', AdminAction>;
type Props = {
  locale: Locale;
  seen: PersonSeen;
  events: readonly NamedEvent[];
  isOneself: boolean;
  sendsMail: boolean;
  actions: Actions;
};

/** One person: what is known of them, and what can be done. */
export function PersonView({ locale, seen, events, isOneself, sendsMail, actions }: Props) {
  const { person, classes } = seen;
  const words = adminWords[locale];
  const roleNames = accountWords[locale].account.role;
  const day = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone: 'UTC' });
  const figure = new Intl.NumberFormat(languageTags[locale]);
  const form = { hidden: { locale, person: person.id }, sending: words.sending };
  return (
    <>
      <dl className={styles.facts}>
        <div>
          <dt>{words.people.login}</dt>
          <dd>
            <bdi>{person.login}</bdi>
          </dd>
        </div>
        {person.email && person.email !== person.login && (
          <div>
            <dt>{words.people.email}</dt>
            <dd>{person.email}</dd>
          </div>
        )}
        <div>
          <dt>{words.person.since}</dt>
          <dd>{day.format(person.createdAt)}</dd>
        </div>
        <div>
          <dt>{words.person.seen}</dt>
          <dd>{day.format(person.lastSeenAt)}</dd>
        </div>
        <div>
          <dt>{words.person.answers}</dt>
          <dd>{figure.format(seen.answers)}</dd>
        </div>
        <div>
          <dt>{words.person.sessions}</dt>
          <dd>{figure.format(seen.sessions)}</dd>
        </div>
      </dl>
      <div className={styles.columns}>
        <section>
          <h2>{words.person.role}</h2>
          <p>{words.person.roleHint}</p>
          <AdminForm {...form} action={actions.roleAction} submit={words.person.saveRole}>
            <label className={styles.choice}>
              {words.people.role}
              <select name="role" defaultValue={person.role} key={person.role}>
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {roleNames[role]}
                  </option>
                ))}
              </select>
            </label>
          </AdminForm>
        </section>
        {!person.suspendedAt && (
          <section>
            <h2>{words.person.reset}</h2>
            <p>{words.person.resetHint}</p>
            <AdminForm
              {...form}
              action={actions.linkAction}
              submit={sendsMail ? words.person.resetMail : words.person.resetShow}
            />
          </section>
        )}
        <section>
          <h2>{words.person.classes}</h2>
          {classes.length === 0 ? (
            <p>{words.person.noClasses}</p>
          ) : (
            <ul className={styles.rows}>
              {classes.map(({ id, name, role, archivedAt }) => (
                <li key={id}>
                  <a href={`/${locale}/teach/classes/${id}`}>
                    <bdi>{name}</bdi>
                  </a>
                  <span className={styles.small}>
                    {words.classRoles[role]}
                    {archivedAt && ` · ${words.classes.archived}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </section>
        {!isOneself && (
          <section>
            <h2>{words.person.suspend}</h2>
            {person.suspendedAt ? (
              <>
                <p>{words.person.isSuspended(day.format(person.suspendedAt))}</p>
                <AdminForm {...form} action={actions.letBackAction} submit={words.person.letBack} />
              </>
            ) : (
              <>
                <p>{words.person.suspendHint}</p>
                <AdminForm {...form} action={actions.suspendAction} submit={words.person.suspendButton} tone="danger" />
              </>
            )}
          </section>
        )}
        {!isOneself && (
          <section>
            <details className={account.danger}>
              <summary>{words.person.erase}</summary>
              <p>{words.person.eraseHint}</p>
              <AdminForm
                {...form}
                action={actions.eraseAction}
                fields={[{ name: 'confirm', kind: 'word', label: words.person.eraseConfirm(person.login) }]}
                submit={words.person.eraseButton}
                tone="danger"
              />
            </details>
          </section>
        )}
      </div>
      {events.length > 0 && (
        <>
          <h2>{words.person.trail}</h2>
          <TrailList events={events} locale={locale} />
        </>
      )}
    </>
  );
}
