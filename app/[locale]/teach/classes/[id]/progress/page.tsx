import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/account/action-form';
import { ClassPage } from '@/components/teach/class-page';
import { HelpLists } from '@/components/teach/progress/help-lists';
import styles from '@/components/teach/progress/progress.module.css';
import { ProgressCharts } from '@/components/teach/progress/progress-charts';
import { requestOrigin } from '@/components/ui/request-origin';
import { mayInClass } from '@/lib/access/class-access';
import { thisClass } from '@/lib/classes/this-class';
import { classProgress, progressWeeks, readWeeks } from '@/lib/gradebook/submit-class-progress';
import { classProgressWords } from '@/lib/words/class-progress';
import { isLocale } from '@/lib/words/locale';
import { watchAction } from './actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: classProgressWords[locale].title, robots: { index: false } };
}

export default async function ClassProgressPage({ params, searchParams }: Props) {
  const [{ locale, id }, sent] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const weeks = readWeeks(sent.weeks);
  const seen = await thisClass(id, 'view:gradebook', { locale, path: `/teach/classes/${id}/progress` });
  const { classroom, role, session, actor } = seen;
  const [progress, origin] = await Promise.all([classProgress(classroom, weeks, new Date()), requestOrigin()]);
  const words = classProgressWords[locale];
  const maySet = mayInClass(session, role && { role }, 'change:class') && !classroom.archivedAt;
  const setting = maySet && (
    <div className={styles.setting}>
      <ActionForm
        action={watchAction}
        hidden={{ locale, class: classroom.id }}
        fields={[
          {
            name: 'days',
            kind: 'word',
            label: words.setting.label,
            hint: words.setting.hint,
            defaultValue: String(progress.course.inactiveDays),
          },
        ]}
        submit={words.setting.save}
        sending={words.setting.saving}
      />
    </div>
  );
  return (
    <ClassPage locale={locale} seen={seen} place="progress" path="/progress">
      {progress.learners === 0 ? (
        <p>{words.empty}</p>
      ) : (
        <>
          <nav className={styles.weeks} aria-label={words.weeksShown}>
            {progressWeeks.map((one) => (
              <a key={one} href={`?weeks=${one}`} aria-current={one === weeks ? 'true' : undefined}>
                {words.weeks(one)}
              </a>
            ))}
            <span className={styles.count}>{words.learners(progress.learners)}</span>
          </nav>
          <ProgressCharts progress={progress} locale={locale} />
          <HelpLists
            progress={progress}
            classroom={classroom}
            from={{ name: actor.name, origin }}
            locale={locale}
            setting={setting}
          />
        </>
      )}
    </ClassPage>
  );
}
