import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ActionForm } from '@/components/account/action-form';
import styles from '@/components/analysis/analysis.module.css';
import { mostChangesShown, PreviewTable } from '@/components/analysis/preview-table';
import { SaidText } from '@/components/analysis/said-text';
import { RichText } from '@/components/quiz/rich-text';
import { ClassPage } from '@/components/teach/class-page';
import { pageMetadata } from '@/components/ui/page-metadata';
import { findClassItem } from '@/lib/analysis/class-item';
import { memberNames } from '@/lib/analysis/member-name-store';
import { answerText, readChange } from '@/lib/analysis/read-change';
import { previewAdjustment } from '@/lib/analysis/submit-adjustment';
import { assignmentsOf } from '@/lib/assignments/class-assignment-store';
import { thisClass } from '@/lib/classes/this-class';
import { richText } from '@/lib/quiz/rich-text';
import { analysisWords } from '@/lib/words/analysis';
import { isLocale } from '@/lib/words/locale';
import { correctAction } from './actions';

type Asked = string | string[] | undefined;
type Props = {
  params: Promise<{ locale: string; id: string; path: string; lesson: string; item: string }>;
  searchParams: Promise<{ kind?: Asked; answer?: Asked; number?: Asked }>;
};

const one = (asked: Asked) => [asked].flat()[0] ?? '';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id, path, lesson, item } = await params;
  if (!isLocale(locale)) return {};
  const address = `/teach/classes/${id}/items/${path}/${lesson}/${item}/correct`;
  const title = analysisWords[locale].corrections;
  return { ...pageMetadata({ locale, path: address, title }), robots: { index: false } };
}

export default async function CorrectPage({ params, searchParams }: Props) {
  const [{ locale, id, path, lesson: slug, item: local }, asked] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const here = `/items/${path}/${slug}/${local}`;
  const seen = await thisClass(id, 'regrade:item', { locale, path: `/teach/classes/${id}${here}` });
  const { classroom } = seen;
  const found = await findClassItem(classroom, `${path}/${slug}/${local}`);
  const sent = { kind: one(asked.kind), answer: one(asked.answer), number: one(asked.number) };
  const change = found && readChange(found.item, sent);
  const back = `/${locale}/teach/classes/${classroom.id}${here}`;
  if (!found) notFound();
  // Nothing is asked that could be done here: what could stands on the question's own page.
  if (!change || classroom.archivedAt) redirect(back);
  const { item } = found;
  const { changes, runs, kept } = await previewAdjustment(classroom.id, item.id, change);
  const [names, assignments] = await Promise.all([
    memberNames(
      classroom.id,
      changes.slice(0, mostChangesShown).map(({ learnerId }) => learnerId),
    ),
    assignmentsOf(classroom.id),
  ]);
  const words = analysisWords[locale];
  const hidden = {
    locale,
    class: classroom.id,
    item: item.id,
    kind: change.kind,
    answer: change.kind === 'accept' ? answerText(change.answer) : '',
    number: change.kind === 'undo' ? String(change.number) : '',
  };
  return (
    <ClassPage
      locale={locale}
      seen={seen}
      place="items"
      path={`${here}/correct`}
      title={words.previewTitle[change.kind]}
    >
      <p>
        <a href={back}>{local}</a>
      </p>
      {change.kind === 'accept' && (
        <div className={styles.card}>
          <SaidText item={item} response={change.answer} locale={locale} />
        </div>
      )}
      <p>{words.previewSays[change.kind]}</p>
      {changes.length > 0 ? (
        <section className={styles.section}>
          <h2 id="changes">{words.previewChanges(changes.length)}</h2>
          <PreviewTable
            changes={changes}
            names={names}
            titles={new Map(assignments.map(({ id: assignment, title }) => [assignment, title]))}
            locale={locale}
          />
        </section>
      ) : (
        <p>
          <strong>{runs === 0 ? words.previewNoWork : words.previewNone}</strong>
        </p>
      )}
      {kept > 0 && <p>{words.previewKept(kept)}</p>}
      <p className={styles.quiet}>{words.correctionsLede}</p>
      <div className={styles.quiet}>
        <RichText text={richText(words.previewAuthor(item.id))} />
      </div>
      <div className={styles.row}>
        <ActionForm
          action={correctAction}
          fields={[]}
          hidden={hidden}
          submit={words.apply[change.kind]}
          sending={words.applying}
          tone={change.kind === 'drop' ? 'danger' : 'primary'}
        />
        <a href={back}>{words.cancel}</a>
      </div>
    </ClassPage>
  );
}
