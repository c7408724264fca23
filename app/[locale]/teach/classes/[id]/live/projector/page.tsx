import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Projector } from '@/components/live/projector';
import { pageMetadata } from '@/components/ui/page-metadata';
import { thisClass } from '@/lib/classes/this-class';
import { StaffRoom } from '@/lib/live/read-staff-room';
import { liveWords } from '@/lib/words/live';
import { isLocale } from '@/lib/words/locale';
import { roomAction } from '../actions';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: `/teach/classes/${id}/live/projector`, title: liveWords[locale].projectorTitle }),
    robots: { index: false },
  };
}

/** For the wall: large, and without a single name, also in what the page is made of. */
export default async function ProjectorPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const seen = await thisClass(id, 'run:room', { locale, path: `/teach/classes/${id}/live/projector` });
  const { room } = await new StaffRoom(seen.classroom.id).readAll();
  const initial = { ...room, hands: room.hands.map((hand) => ({ ...hand, name: '' })) };
  return (
    <Projector
      action={roomAction}
      classId={seen.classroom.id}
      locale={locale}
      initial={initial}
      name={seen.classroom.name}
    />
  );
}
