import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { classFields } from '@/components/classes/class-fields';
import { ClassForm } from '@/components/classes/class-form';
import styles from '@/components/classes/classes.module.css';
import { ClassPage } from '@/components/teach/class-page';
import button from '@/components/ui/button.module.css';
import { pageMetadata } from '@/components/ui/page-metadata';
import { mayInClass } from '@/lib/access/class-access';
import { wallTimeOf } from '@/lib/assignments/wall-time';
import { thisClass } from '@/lib/classes/this-class';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { accountWords } from '@/lib/words/account';
import { classesWords } from '@/lib/words/classes';
import { isLocale } from '@/lib/words/locale';
import { archiveAction, changeClassAction, codeAction, eraseAction, joinRulesAction } from './actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const title = classesWords[locale].settings.title;
  return { ...pageMetadata({ locale, path: `/teach/classes/${id}/settings`, title }), robots: { index: false } };
}

export default async function ClassSettingsPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'change:class', { locale, path: `/teach/classes/${id}/settings` });
  const { classroom, role, session } = seen;
  const { paths } = await curriculum();
  const words = classesWords[locale].settings;
  const { join, timeZone } = classroom;
  const hidden = { locale, classId: classroom.id };
  const sending = accountWords[locale].sending;
  const ids = Object.entries(hidden).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
  return (
    <ClassPage locale={locale} seen={seen} place="overview" path="/settings" title={words.title}>
      <div className={styles.form}>
        <ClassForm
          action={changeClassAction}
          hidden={hidden}
          fields={classFields(classroom, paths, locale)}
          submit={words.submit}
          sending={sending}
          tone="primary"
        />
      </div>
      <section className={styles.section} aria-labelledby="joining">
        <h2 id="joining">{words.joinTitle}</h2>
        <div className={styles.form}>
          <ClassForm
            action={joinRulesAction}
            hidden={hidden}
            fields={[
              {
                kind: 'datetime-local',
                name: 'expires',
                label: words.expires,
                hint: words.expiresHint(timeZone),
                value: join.expiresAt ? wallTimeOf(join.expiresAt, timeZone) : '',
              },
              {
                kind: 'number',
                name: 'cap',
                label: words.cap,
                hint: words.capHint,
                value: String(join.cap ?? ''),
                least: 1,
              },
              {
                kind: 'check',
                name: 'approves',
                label: words.approves,
                hint: words.approvesHint,
                isChecked: join.approves,
              },
            ]}
            submit={words.submit}
            sending={sending}
          />
        </div>
        <form action={codeAction} className={styles.row}>
          {ids}
          <button type="submit" name="change" value="new" className={button.button}>
            {words.newCode}
          </button>
          {join.code && (
            <button type="submit" name="change" value="none" className={button.button}>
              {words.noCode}
            </button>
          )}
          {join.code && <span className={styles.small}>{words.newCodeHint}</span>}
        </form>
      </section>
      <section className={styles.section} aria-labelledby="archive">
        <h2 id="archive">{words.archiveTitle}</h2>
        <p className={styles.small}>{words.archiveHint}</p>
        <form action={archiveAction} className={styles.row}>
          {ids}
          <button
            type="submit"
            name="to"
            value={classroom.archivedAt ? 'restored' : 'archived'}
            className={button.button}
          >
            {classroom.archivedAt ? words.restore : words.archive}
          </button>
        </form>
      </section>
      {mayInClass(session, role && { role }, 'erase:class') && (
        <section className={styles.section}>
          <details className={styles.danger}>
            <summary>{words.eraseTitle}</summary>
            <p>{words.eraseText}</p>
            <div className={styles.form}>
              <ClassForm
                action={eraseAction}
                hidden={hidden}
                fields={[{ kind: 'text', name: 'confirm', label: words.eraseConfirm(classroom.name), required: true }]}
                submit={words.eraseSubmit}
                sending={sending}
                tone="danger"
              />
            </div>
          </details>
        </section>
      )}
    </ClassPage>
  );
}
