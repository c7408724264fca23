import button from '@/components/ui/button.module.css';
import { roles } from '@/lib/auth/role';
import { accountWords } from '@/lib/words/account';
import { adminWords } from '@/lib/words/admin';
import type { Locale } from '@/lib/words/locale';
import styles from './admin.module.css';
import { type AdminAction, AdminForm } from './admin-form';

/** An account for somebody else, folded away until it is wanted. */
export function MakePerson({ locale, action }: { locale: Locale; action: AdminAction }) {
  const words = adminWords[locale];
  const account = accountWords[locale];
  return (
    <details className={styles.folded}>
      <summary className={button.button}>{words.people.make}</summary>
      <section className={styles.columns}>
        <div>
          <p>{words.people.makeHint}</p>
          <AdminForm
            action={action}
            hidden={{ locale }}
            fields={[
              { name: 'login', kind: 'word', label: account.signIn.login },
              { name: 'name', kind: 'word', label: words.people.name },
            ]}
            submit={words.people.makeButton}
            sending={words.sending}
            tone="primary"
          >
            <label className={styles.choice}>
              {words.people.role}
              <select name="role" defaultValue="learner">
                {roles.map((role) => (
                  <option key={role} value={role}>
                    {account.account.role[role]}
                  </option>
                ))}
              </select>
            </label>
          </AdminForm>
        </div>
      </section>
    </details>
  );
}
