import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AskPanel } from '@/components/live/ask-panel';
import { LabPanel } from '@/components/live/lab-panel';
import { RoomConsole } from '@/components/live/room-console';
import { ClassPage } from '@/components/teach/class-page';
import { pageMetadata } from '@/components/ui/page-metadata';
import { thisClass } from '@/lib/classes/this-class';
import { readPutChoices } from '@/lib/live/read-put-choices';
import { StaffRoom } from '@/lib/live/read-staff-room';
import { liveWords } from '@/lib/words/live';
import { isLocale } from '@/lib/words/locale';
import { roomAction, shareLinkAction } from './actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ lesson?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: `/teach/classes/${id}/live`, title: liveWords[locale].title }),
    robots: { index: false },
  };
}

export default async function LivePage({ params, searchParams }: Props) {
  const [{ locale, id }, { lesson }] = await Promise.all([params, searchParams]);
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'run:room', { locale, path: `/teach/classes/${id}/live` });
  const { classroom } = seen;
  const initial = await new StaffRoom(classroom.id).readAll();
  const isOpen = initial.room.openedAt !== null;
  const isIdle = initial.room.asked === null && initial.room.lab === null;
  const choice = await readPutChoices(classroom, typeof lesson === 'string' ? lesson : undefined, initial.people);
  const form = { action: roomAction, classId: classroom.id, locale };
  return (
    <ClassPage locale={locale} seen={seen} place="live" path="/live" lede={isOpen ? undefined : liveWords[locale].lede}>
      <RoomConsole
        {...form}
        initial={initial}
        drawnAt={Date.now()}
        timeZone={classroom.timeZone}
        isArchived={classroom.archivedAt !== null}
      >
        <AskPanel {...form} choice={choice} isOpen={lesson !== undefined || isIdle} />
        <LabPanel locale={locale} classId={classroom.id} shareLink={shareLinkAction} />
      </RoomConsole>
    </ClassPage>
  );
}
