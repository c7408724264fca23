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
  /** What the platform calls the course; '' when it does not. */
  course: string;
  /** Those the asker is an instructor of. */
  classes: readonly { readonly id: string; readonly name: string }[];
  action: FormAction;
};

/** Asked once of a course's instructor. */
export function ClassQuestion({ locale, ticket, course, classes, action }: Props) {
  const words = ltiWords[locale].class;
  return (
    <SitePage locale={locale} path={`/lti/${ticket}`} section="teach">
      <PageFrame title={words.title} lede={course ? words.lede(course) : words.ledeUnnamed} width="narrow">
        <ActionForm
          action={action}
          hidden={{ locale, ticket }}
          fields={[{ name: 'name', label: words.name, kind: 'word', defaultValue: course || words.make }]}
          submit={words.submit}
          sending={words.sending}
          tone="primary"
        >
          <fieldset className={styles.choices}>
            <legend>{words.legend}</legend>
            <label className={styles.check}>
              <input type="radio" name="class" value="new" defaultChecked />
              <span>{words.make}</span>
              <small>{words.makeHint}</small>
            </label>
            {classes.map(({ id, name }) => (
              <label key={id} className={styles.check}>
                <input type="radio" name="class" value={id} />
                <span>{name}</span>
                <small>{words.existing}</small>
              </label>
            ))}
          </fieldset>
        </ActionForm>
      </PageFrame>
    </SitePage>
  );
}
