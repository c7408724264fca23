import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LearnerRoomView } from '@/components/live/learner-room-view';
import { RoomIsland } from '@/components/live/room-island';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { thisClass } from '@/lib/classes/this-class';
import { markPresent } from '@/lib/live/presence-store';
import { readLearnerRoom } from '@/lib/live/read-learner-room';
import { countLearners } from '@/lib/live/whereabouts-store';
import { liveWords } from '@/lib/words/live';
import { isLocale } from '@/lib/words/locale';
import { handAction, voteAction } from './actions';

type Props = { params: Promise<{ locale: string; classId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, classId } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: `/room/${classId}`, title: liveWords[locale].room.title }),
    robots: { index: false },
  };
}

/** The learner's side of a class's room. */
export default async function RoomPage({ params }: Props) {
  const { locale, classId } = await params;
  if (!isLocale(locale)) notFound();
  const { classroom, session } = await thisClass(classId, 'attend:class', { locale, path: `/room/${classId}` });
  const [room, of] = await Promise.all([
    readLearnerRoom(session.learnerId, classroom.id),
    countLearners(classroom.id),
    markPresent([{ learnerId: session.learnerId, classId: classroom.id }]),
  ]);
  return (
    <SitePage locale={locale} path={`/room/${classroom.id}`} section="me">
      <PageFrame title={liveWords[locale].room.of(classroom.name)} width={room.lab ? 'wide' : 'text'}>
        <RoomIsland classId={classroom.id} locale={locale} seq={room.seq} lab={room.lab?.run.lab ?? null} of={of} />
        <LearnerRoomView room={room} classId={classroom.id} locale={locale} vote={voteAction} moveHand={handAction} />
      </PageFrame>
    </SitePage>
  );
}
