import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClassForm } from '@/components/classes/class-form';
import { classDay } from '@/components/classes/class-time';
import styles from '@/components/classes/classes.module.css';
import { ClassPage } from '@/components/teach/class-page';
import { pageMetadata } from '@/components/ui/page-metadata';
import { wallTimeOf } from '@/lib/assignments/wall-time';
import { firstMomentOf } from '@/lib/classes/copy-class-store';
import { staffOf } from '@/lib/classes/my-classes-store';
import { thisClass } from '@/lib/classes/this-class';
import { accountWords } from '@/lib/words/account';
import { classesWords } from '@/lib/words/classes';
import { isLocale } from '@/lib/words/locale';
import { copyAction } from './actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const title = classesWords[locale].copy.title;
  return { ...pageMetadata({ locale, path: `/teach/classes/${id}/copy`, title }), robots: { index: false } };
}

export default async function CopyClassPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'change:class', { locale, path: `/teach/classes/${id}/copy` });
  const { classroom, session } = seen;
  const [first = classroom.createdAt, staff] = await Promise.all([firstMomentOf(classroom.id), staffOf(classroom.id)]);
  const words = classesWords[locale].copy;
  const roles = classesWords[locale].role;
  const others = staff.filter(({ learnerId }) => learnerId !== session.learnerId);
  return (
    <ClassPage locale={locale} seen={seen} place="overview" path="/copy" title={words.title} lede={words.lede}>
      <div className={styles.form}>
        <ClassForm
          action={copyAction}
          hidden={{ locale, classId: classroom.id }}
          fields={[
            {
              kind: 'text',
              name: 'name',
              label: classesWords[locale].fields.name,
              value: words.nameOf(classroom.name),
              required: true,
              longest: 200,
            },
            {
              kind: 'date',
              name: 'firstDay',
              label: words.firstDay,
              hint: words.firstDayHint(classDay(first, locale, classroom.timeZone)),
              value: wallTimeOf(first, classroom.timeZone).slice(0, 10),
              required: true,
            },
            { kind: 'check', name: 'withAssignments', label: words.withAssignments, isChecked: true },
            { kind: 'check', name: 'withGroups', label: words.withGroups, isChecked: true },
            ...(others.length === 0
              ? []
              : [
                  {
                    kind: 'checks' as const,
                    name: 'staff',
                    label: words.staff,
                    values: others.map(({ learnerId }) => learnerId),
                    choices: others.map(({ learnerId, name, role }) => ({
                      value: learnerId,
                      label: `${name} · ${roles[role]}`,
                    })),
                  },
                ]),
          ]}
          submit={words.submit}
          sending={accountWords[locale].sending}
          tone="primary"
        />
      </div>
    </ClassPage>
  );
}
