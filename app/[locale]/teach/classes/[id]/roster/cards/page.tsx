import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardMaker } from '@/components/classes/card-maker';
import styles from '@/components/classes/roster.module.css';
import { ClassPage } from '@/components/teach/class-page';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { isUuid } from '@/lib/classes/class-for';
import { displayName } from '@/lib/classes/display-name';
import { membersAmong, membersWithoutSignIn } from '@/lib/classes/roster-store';
import { cardChoices, MOST_CARDS } from '@/lib/classes/submit-cards';
import { thisClass } from '@/lib/classes/this-class';
import { isLocale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import { makeCardsAction } from './actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ member?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const title = rosterWords[locale].cardsPage.title;
  return { ...pageMetadata({ locale, path: `/teach/classes/${id}/roster/cards`, title }), robots: { index: false } };
}

/** Whom cards are made for: those chosen on the roster, or everybody whose account was made here and waits. Looking makes none. */
export default async function CardsPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'reset:password', { locale, path: `/teach/classes/${id}/roster/cards` });
  const { classroom, session } = seen;
  const words = rosterWords[locale].cardsPage;
  const { member } = await searchParams;
  const chosen = [member ?? []].flat().filter(isUuid).slice(0, MOST_CARDS);
  const members = classroom.isPseudonymous
    ? []
    : chosen.length > 0
      ? await membersAmong(classroom.id, chosen)
      : await membersWithoutSignIn(classroom.id, MOST_CARDS + 1);
  const choices = cardChoices(members, session.role);
  const able = choices.filter(({ refusal }) => !refusal).slice(0, MOST_CARDS);
  const refused = choices.flatMap(({ member: one, refusal }) => (refusal ? [{ one, refusal }] : []));
  return (
    <ClassPage locale={locale} seen={seen} place="roster" path="/roster/cards" title={words.title} lede={words.lede}>
      {classroom.isPseudonymous ? (
        <Notice>{words.hidden}</Notice>
      ) : able.length > 0 ? (
        <CardMaker
          action={makeCardsAction}
          hidden={{ locale, classId: classroom.id }}
          learners={able.map(({ member: one }) => one.learnerId)}
          submit={words.make(able.length)}
          hint={`${words.makeHint}${choices.length > MOST_CARDS ? ` ${words.more(MOST_CARDS)}` : ''}`}
        />
      ) : (
        <Notice kind="empty">{chosen.length > 0 ? words.nobody : words.none}</Notice>
      )}
      {refused.length > 0 && (
        <section className={styles.section} aria-labelledby="refused" data-screen-only>
          <h2 id="refused">{words.notFor}</h2>
          <ul className={styles.groups}>
            {refused.map(({ one, refusal }) => (
              <li key={one.learnerId}>
                <span dir="auto">{displayName(one, locale)}</span>
                <span className={styles.quiet}>{words.refusals[refusal]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </ClassPage>
  );
}
