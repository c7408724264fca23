import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { openRoomsOf } from '@/lib/live/room-store';
import { liveWords } from '@/lib/words/live';
import type { Locale } from '@/lib/words/locale';

/** The way into every room that is open to this learner at this moment; nothing while none is. */
export async function OpenRooms({ learnerId, locale }: { learnerId: string; locale: Locale }) {
  const words = liveWords[locale].room;
  return (await openRoomsOf(learnerId)).map(({ classId, name }) => (
    <Notice key={classId} title={words.openNow(name)}>
      <p>
        <a className={`${button.button} ${button.primary}`} href={`/${locale}/room/${classId}`}>
          {words.enter}
        </a>
      </p>
    </Notice>
  ));
}
