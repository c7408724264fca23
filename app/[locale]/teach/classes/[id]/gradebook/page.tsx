import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { GradebookEmpty } from '@/components/gradebook/gradebook-empty';
import { GradebookFilter } from '@/components/gradebook/gradebook-filter';
import { GradebookNav } from '@/components/gradebook/gradebook-nav';
import { GradebookTable } from '@/components/gradebook/gradebook-table';
import { ClassPage } from '@/components/teach/class-page';
import { thisClass } from '@/lib/classes/this-class';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { groupsOf, hasLearners, learnerOfRef } from '@/lib/gradebook/book-learner-store';
import { classLessons } from '@/lib/gradebook/class-columns';
import { type GradebookQuery, gradebookAddress, readGradebookQuery } from '@/lib/gradebook/gradebook-query';
import { gradebookPart } from '@/lib/gradebook/submit-gradebook';
import { gradebookWords } from '@/lib/words/gradebook';
import { isLocale } from '@/lib/words/locale';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: gradebookWords[locale].title, robots: { index: false } };
}

export default async function GradebookPage({ params, searchParams }: Props) {
  const [{ locale, id }, sent] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const query = readGradebookQuery(sent);
  const path = `/gradebook${gradebookAddress(query)}`;
  const seen = await thisClass(id, 'view:gradebook', { locale, path: `/teach/classes/${id}${path}` });
  const { classroom } = seen;
  const home = `/${locale}/teach/classes/${classroom.id}/gradebook`;
  if (sent.l !== undefined) await goToLearner(classroom.id, home, sent.l, query);
  const [part, groups, taught] = await Promise.all([
    gradebookPart(classroom, query),
    groupsOf(classroom.id),
    curriculum(),
  ]);
  if (!part) notFound();
  const isEmpty = part.screen.total === 0 || part.all.length === 0;
  return (
    <ClassPage locale={locale} seen={seen} place="gradebook" path={path}>
      <GradebookFilter
        query={query}
        home={home}
        lessons={classLessons(taught, classroom.paths)}
        groups={groups}
        locale={locale}
      />
      {isEmpty ? (
        <GradebookEmpty
          part={part}
          query={query}
          home={home}
          hasLearners={await hasLearners(classroom.id)}
          locale={locale}
        />
      ) : (
        <>
          <GradebookNav part={part} query={query} home={home} locale={locale} />
          <GradebookTable part={part} query={query} home={home} classroom={classroom} locale={locale} />
        </>
      )}
    </ClassPage>
  );
}

/** A cell says its learner as shortly as it can: 2,500 of them stand on a screen. The fragment goes along by itself. */
async function goToLearner(classId: string, home: string, ref: string | string[], { lesson }: GradebookQuery) {
  const learnerId = await learnerOfRef(classId, [ref].flat()[0] ?? '');
  if (learnerId === undefined) notFound();
  redirect(`${home}/${learnerId}${lesson && `?lesson=${lesson}`}`);
}
