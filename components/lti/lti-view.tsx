import admin from '@/components/admin/admin.module.css';
import { type AdminAction, AdminForm } from '@/components/admin/admin-form';
import { ScrollRegion } from '@/components/admin/scroll-region';
import { PlatformRow } from '@/components/lti/platform-row';
import type { ListedPlatform } from '@/lib/lti/platform-store';
import type { ToolAddresses } from '@/lib/lti/tool-addresses';
import type { Locale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';
import { AddPlatform } from './add-platform';
import styles from './lti.module.css';

export type LtiActions = Readonly<Record<'add' | 'deployments' | 'invite' | 'reach' | 'remove', AdminAction>>;

type Props = {
  locale: Locale;
  platforms: readonly ListedPlatform[];
  tool: ToolAddresses;
  privateSystems: 'allowed' | 'refused';
  actions: LtiActions;
};

/** Which platforms are connected, and the two ways to connect one. */
export function LtiView({ locale, platforms, tool, privateSystems, actions }: Props) {
  const words = ltiWords[locale].admin;
  const { sending } = words;
  return (
    <>
      {platforms.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ScrollRegion label={words.title}>
          <table className={admin.table}>
            <thead>
              <tr>
                <th scope="col" className={admin.name}>
                  {words.platform}
                </th>
                <th scope="col">{words.client}</th>
                <th scope="col">{words.deployments}</th>
                <th scope="col" className={admin.figure}>
                  {words.courses}
                </th>
                <th scope="col">{words.since}</th>
              </tr>
            </thead>
            <tbody>
              {platforms.map((platform) => (
                <PlatformRow key={platform.id} locale={locale} platform={platform} actions={actions} />
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <section className={styles.part}>
        <h2>{words.registerTitle}</h2>
        <p>{words.registerLede}</p>
        <AdminForm
          action={actions.invite}
          hidden={{ locale }}
          submit={words.registerSubmit}
          sending={sending}
          tone="primary"
        />
      </section>
      <section className={styles.part}>
        <h2>{words.addTitle}</h2>
        <AddPlatform locale={locale} tool={tool} action={actions.add} />
      </section>
      <section className={styles.part}>
        <h2>{words.reach.title}</h2>
        <AdminForm action={actions.reach} hidden={{ locale }} submit={words.reach.save} sending={sending}>
          <label className={admin.choice}>
            {words.reach.label}
            <select name="value" defaultValue={privateSystems} key={privateSystems}>
              {Object.entries(words.reach.values).map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
            <small>{words.reach.hint}</small>
          </label>
        </AdminForm>
      </section>
    </>
  );
}
