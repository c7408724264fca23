import styles from '@/components/account/account.module.css';
import { ActionForm } from '@/components/account/action-form';
import type { FormAction } from '@/components/account/form-state';
import { PageFrame } from '@/components/ui/page-frame';
import { SitePage } from '@/components/ui/site-page';
import type { Locale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';

type Props = {
  locale: Locale;
  ticket: string;
  platform: string;
  /** As the school knows them; null: it does not say. */
  name: string | null;
  /** Who is signed in in this browser. */
  present: string | null;
  /** Nobody's account belongs to who launched: the present one may be connected. */
  canConnect: boolean;
  action: FormAction;
};

/** Asked when a launch cannot show that this browser began it, or another account is signed in here. */
export function WhoQuestion({ locale, ticket, platform, name, present, canConnect, action }: Props) {
  const words = ltiWords[locale].ask;
  const asSchool = name ? words.school(name) : words.schoolUnnamed;
  return (
    <SitePage locale={locale} path={`/lti/${ticket}`} section="me">
      <PageFrame title={words.title} lede={words.lede(platform)} width="narrow">
        <ActionForm
          action={action}
          hidden={{ locale, ticket }}
          fields={[]}
          submit={words.submit}
          sending={words.sending}
          tone="primary"
          leaves
        >
          {canConnect && present ? (
            <fieldset className={styles.choices}>
              <legend>{words.legend}</legend>
              <label className={styles.check}>
                <input type="radio" name="who" value="school" defaultChecked />
                <span>{asSchool}</span>
                <small>
                  {words.schoolHint} {words.signsOut(present)}
                </small>
              </label>
              <label className={styles.check}>
                <input type="radio" name="who" value="mine" />
                <span>{words.mine(present)}</span>
                <small>{words.mineHint}</small>
              </label>
            </fieldset>
          ) : (
            <>
              <p>
                <strong>{asSchool}</strong>
              </p>
              {present && <p>{words.signsOut(present)}</p>}
            </>
          )}
          <p>{words.notYou}</p>
        </ActionForm>
      </PageFrame>
    </SitePage>
  );
}
