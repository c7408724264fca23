import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ClassForm } from '@/components/classes/class-form';
import { ClassGroups } from '@/components/classes/class-groups';
import { JoinRequests } from '@/components/classes/join-requests';
import styles from '@/components/classes/roster.module.css';
import { RosterBulk } from '@/components/classes/roster-bulk';
import { RosterFilter } from '@/components/classes/roster-filter';
import { RosterTable } from '@/components/classes/roster-table';
import { ClassPage } from '@/components/teach/class-page';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { pageMetadata } from '@/components/ui/page-metadata';
import { mayInClass } from '@/lib/access/class-access';
import { joinRequests } from '@/lib/classes/join-store';
import { type RosterQuery, readRosterQuery, rosterAddress } from '@/lib/classes/roster-query';
import { countRoster, rosterPage } from '@/lib/classes/roster-store';
import { thisClass } from '@/lib/classes/this-class';
import { accountWords } from '@/lib/words/account';
import { isLocale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';
import { teachWords } from '@/lib/words/teach';
import { addLearnerAction, groupAction, membersAction, requestsAction } from './actions';

type Props = { params: Promise<{ locale: string; id: string }>; searchParams: Promise<RosterQuery> };

const PAGE = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  const title = teachWords[locale].places.roster;
  return { ...pageMetadata({ locale, path: `/teach/classes/${id}/roster`, title }), robots: { index: false } };
}

export default async function RosterPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'view:roster', { locale, path: `/teach/classes/${id}/roster` });
  const { classroom, role, session } = seen;
  const query = await searchParams;
  const { asked, said } = readRosterQuery(query);
  const [found, count, requests] = await Promise.all([
    rosterPage(classroom.id, asked, PAGE + 1),
    countRoster(classroom.id),
    joinRequests(classroom.id),
  ]);
  const members = found.slice(0, PAGE);
  const words = rosterWords[locale];
  const mayChange = mayInClass(session, role && { role }, 'change:roster');
  const home = `/${locale}/teach/classes/${classroom.id}`;
  const address = `${home}/roster`;
  const last = found.length > PAGE ? members.at(-1) : undefined;
  const saidWords = new Map(Object.entries(words.said));
  return (
    <ClassPage locale={locale} seen={seen} place="roster" path="/roster">
      {said && saidWords.has(said.what) && <Notice>{saidWords.get(said.what)?.(said.n)}</Notice>}
      <div className={styles.head}>
        <p>{words.summary(count.learners, count.assistants, count.instructors)}</p>
        {mayChange && (
          <p className={styles.inline}>
            <a className={button.button} href={`${address}/import`}>
              {words.import}
            </a>
            <a className={button.button} href={`${address}/cards`}>
              {words.cards}
            </a>
          </p>
        )}
      </div>
      {mayChange && requests.length > 0 && (
        <JoinRequests requests={requests} classroom={classroom} action={requestsAction} locale={locale} />
      )}
      <RosterFilter asked={asked} groups={count.groups} address={address} locale={locale} />
      {members.length === 0 ? (
        <Notice kind="empty" title={asked.search || asked.group || asked.role ? words.noneFound : words.none}>
          <p>{words.noneHint}</p>
        </Notice>
      ) : (
        <form action={membersAction}>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="classId" value={classroom.id} />
          <RosterTable
            members={members}
            locale={locale}
            timeZone={classroom.timeZone}
            me={session.learnerId}
            home={home}
            mayChange={mayChange}
          />
          {mayChange && <RosterBulk groups={count.groups} home={home} locale={locale} />}
        </form>
      )}
      {(asked.after || last) && (
        <nav className={styles.pages} aria-label={words.list}>
          {asked.after && <a href={rosterAddress(address, { ...asked, after: undefined })}>{words.first}</a>}
          {last && <a href={rosterAddress(address, { ...asked, after: last })}>{words.next}</a>}
        </nav>
      )}
      {mayChange && (
        <section className={styles.section} aria-labelledby="add">
          <h2 id="add">{words.add}</h2>
          <p className={styles.quiet}>{words.addHint}</p>
          <div className={styles.form}>
            <ClassForm
              action={addLearnerAction}
              hidden={{ locale, classId: classroom.id }}
              fields={[
                { kind: 'text', name: 'name', label: words.addName, required: true, longest: 200 },
                { kind: 'email', name: 'email', label: words.addEmail, longest: 254 },
                ...(count.groups.length === 0
                  ? []
                  : [
                      {
                        kind: 'select' as const,
                        name: 'group',
                        label: words.group,
                        value: '',
                        choices: [
                          { value: '', label: words.noGroup },
                          ...count.groups.map(({ name }) => ({ value: name, label: name })),
                        ],
                      },
                    ]),
              ]}
              submit={words.addSubmit}
              sending={accountWords[locale].sending}
            />
          </div>
        </section>
      )}
      <ClassGroups
        groups={count.groups}
        classId={classroom.id}
        action={groupAction}
        locale={locale}
        mayChange={mayChange}
      />
    </ClassPage>
  );
}
