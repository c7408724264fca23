import { notFound, redirect } from 'next/navigation';
import { BringForm } from '@/components/assignments/bring-form';
import { ClassPage } from '@/components/teach/class-page';
import { thisClass } from '@/lib/classes/this-class';
import { assignmentsWords } from '@/lib/words/assignments';
import { isLocale } from '@/lib/words/locale';
import styles from '../../assignments.module.css';
import { bringAction } from '../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

/** Questions of another system, for this class. */
export default async function BringQuestionsPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const path = '/assignments/questions/bring';
  const seen = await thisClass(id, 'assign:work', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom } = seen;
  const home = `/${locale}/teach/classes/${classroom.id}/assignments/questions`;
  if (classroom.archivedAt) redirect(home);
  const words = assignmentsWords[locale].own;
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="assignments"
      path={path}
      title={words.bringTitle}
      lede={words.bringLede}
    >
      <p className={styles.quiet}>
        <a href={home}>{words.backTo}</a>
      </p>
      <BringForm
        action={bringAction}
        hidden={{ locale, class: classroom.id }}
        locale={locale}
        language={classroom.locale}
      />
    </ClassPage>
  );
}
