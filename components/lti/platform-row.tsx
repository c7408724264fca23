import account from '@/components/account/account.module.css';
import admin from '@/components/admin/admin.module.css';
import { AdminForm } from '@/components/admin/admin-form';
import type { ListedPlatform } from '@/lib/lti/platform-store';
import { type Locale, languageTags } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';
import styles from './lti.module.css';
import type { LtiActions } from './lti-view';

type Props = { locale: Locale; platform: ListedPlatform; actions: LtiActions };

/** One platform, with what may be changed of it folded away. */
export function PlatformRow({ locale, platform, actions }: Props) {
  const words = ltiWords[locale].admin;
  const { id, name, issuer, clientId, deployments, takesAnyDeployment, courses, createdAt } = platform;
  const hidden = { locale, platform: id };
  const since = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <tr>
      <th scope="row" className={admin.name}>
        <bdi>{name}</bdi>
        <span className={admin.small}>
          <bdi>{issuer}</bdi>
        </span>
        <details className={styles.change}>
          <summary>{words.change}</summary>
          <AdminForm action={actions.deployments} hidden={hidden} submit={words.change} sending={words.sending}>
            <DeploymentFields locale={locale} deployments={deployments} takesAny={takesAnyDeployment} />
          </AdminForm>
          <AdminForm
            action={actions.remove}
            hidden={hidden}
            submit={words.remove}
            sending={words.sending}
            tone="danger"
          >
            <label className={account.check}>
              <input type="checkbox" name="confirm" value="yes" />
              <span>{words.removeConfirm}</span>
            </label>
          </AdminForm>
        </details>
      </th>
      <td className={styles.code}>
        <code>{clientId}</code>
      </td>
      <td className={styles.code}>
        {takesAnyDeployment && <span className={admin.small}>{words.anyDeployment}</span>}
        {deployments.map((deployment) => (
          <code key={deployment} className={styles.line}>
            {deployment}
          </code>
        ))}
      </td>
      <td className={admin.figure}>{courses}</td>
      <td className={admin.when}>
        <time dateTime={createdAt.toISOString()}>{since.format(createdAt)}</time>
      </td>
    </tr>
  );
}

type Fields = { locale: Locale; deployments: readonly string[]; takesAny: boolean };

/** Which installations within a platform are ours: these, or all. */
export function DeploymentFields({ locale, deployments, takesAny }: Fields) {
  const words = ltiWords[locale].admin;
  return (
    <>
      <label className={styles.area}>
        {words.fields.deployments}
        <textarea name="deployments" rows={2} defaultValue={deployments.join('\n')} spellCheck={false} />
      </label>
      <label className={account.check}>
        <input type="checkbox" name="any" value="yes" defaultChecked={takesAny} />
        <span>{words.any}</span>
        <small>{words.anyHint}</small>
      </label>
    </>
  );
}
