import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Onward } from '@/components/account/onward';
import { ClassQuestion } from '@/components/lti/class-question';
import { WhoQuestion } from '@/components/lti/who-question';
import { findAccountById } from '@/lib/auth/learner-store';
import { redirectUnlessActing, thisVisit } from '@/lib/auth/this-request';
import { classesOf } from '@/lib/classes/join-store';
import { arrive } from '@/lib/lti/arrive';
import { mustAsk, openedLaunch } from '@/lib/lti/open-launch';
import { isLocale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';
import { connectAction, enterAction } from './actions';

type Props = { params: Promise<{ locale: string; ticket: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: ltiWords[locale].ask.title, robots: { index: false } } : {};
}

/** What a launch still has to ask: who is going on, and which class its course is. Without a question it leads to its place. */
export default async function LaunchPage({ params }: Props) {
  const { locale, ticket } = await params;
  if (!isLocale(locale)) notFound();
  const opened = await openedLaunch(ticket, await thisVisit());
  if (!opened) notFound();
  const { kept, platform, ownerId, present } = opened;
  if (kept.learnerId === null) {
    if (!mustAsk(opened)) {
      await redirectUnlessActing(`/api/lti/open?ticket=${ticket}`);
      return <Onward to={`/api/lti/open?ticket=${ticket}`} />;
    }
    const owner = ownerId && (await findAccountById(ownerId));
    return (
      <WhoQuestion
        locale={locale}
        ticket={ticket}
        platform={platform.name}
        name={owner ? owner.name : kept.launch.name}
        present={present?.name ?? null}
        canConnect={present !== null && ownerId === null}
        action={enterAction}
      />
    );
  }
  // Opened before: it goes on for the same person alone.
  if (present?.learnerId !== kept.learnerId) notFound();
  const arrival = await arrive(kept, present, locale);
  if (arrival.kind === 'at') {
    await redirectUnlessActing(arrival.address);
    return <Onward to={arrival.address} />;
  }
  const mine = (await classesOf(present.learnerId)).filter(
    ({ role, isArchived }) => role === 'instructor' && !isArchived,
  );
  return (
    <ClassQuestion
      locale={locale}
      ticket={ticket}
      course={kept.launch.context?.title ?? ''}
      classes={mine}
      action={connectAction}
    />
  );
}
