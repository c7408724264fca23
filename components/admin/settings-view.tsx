import type { Settings } from '@/lib/settings/settings';
import { adminWords } from '@/lib/words/admin';
import type { Locale } from '@/lib/words/locale';
import styles from './admin.module.css';
import { type AdminAction, AdminForm } from './admin-form';

type Props = {
  locale: Locale;
  settings: Settings;
  outside: { sendsMail: boolean; address: string; providers: readonly string[] };
  action: AdminAction;
};

/** One form a setting, so that what is changed is what was meant. */
export function SettingsView({ locale, settings, outside, action }: Props) {
  const { settings: words, sending } = adminWords[locale];
  const form = { action, submit: words.save, sending };
  return (
    <>
      <div className={styles.columns}>
        {(['whoMakesClasses', 'signUp'] as const).map((name) => (
          <section key={name}>
            <AdminForm {...form} hidden={{ locale, setting: name }}>
              <label className={styles.choice}>
                {words[name].label}
                <select name="value" defaultValue={settings[name]} key={settings[name]}>
                  {Object.entries(words[name].values).map(([value, text]) => (
                    <option key={value} value={value}>
                      {text}
                    </option>
                  ))}
                </select>
                <small>{words[name].hint}</small>
              </label>
            </AdminForm>
          </section>
        ))}
        <section>
          <AdminForm
            {...form}
            hidden={{ locale, setting: 'retentionDays' }}
            fields={[
              {
                name: 'value',
                kind: 'word',
                label: words.retentionDays.label,
                hint: words.retentionDays.hint,
                defaultValue: String(settings.retentionDays),
              },
            ]}
          />
        </section>
      </div>
      <h2>{words.outside}</h2>
      <p>{words.outsideHint}</p>
      <dl className={styles.facts}>
        <div>
          <dt>{words.mail}</dt>
          <dd>{outside.sendsMail ? words.mailOn : words.mailOff}</dd>
        </div>
        <div>
          <dt>{words.address}</dt>
          <dd>{outside.address}</dd>
        </div>
        <div>
          <dt>{words.signIn}</dt>
          <dd>{outside.providers.length > 0 ? outside.providers.join(', ') : words.noSignIn}</dd>
        </div>
      </dl>
    </>
  );
}
