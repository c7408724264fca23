import button from '@/components/ui/button.module.css';
import type { Lesson } from '@/lib/curriculum/lesson';
import type { Locale } from '@/lib/words/locale';
import { sittingWords } from '@/lib/words/sitting';
import styles from './sitting.module.css';

/** "I know this", at a lesson's door: a plain form that opens a run of one question per objective. */
export function DoorForm({ lesson, locale }: { lesson: Lesson; locale: Locale }) {
  const words = sittingWords[locale];
  return (
    <form className={styles.door} action="/api/forms/sitting" method="post" data-screen-only>
      <input type="hidden" name="door" value={lesson.id} />
      <input type="hidden" name="locale" value={locale} />
      <p>
        <strong>{words.doorTitle}</strong> {words.doorText(lesson.objectives.length)}
      </p>
      <button type="submit" className={button.button}>
        {words.doorOpen}
      </button>
    </form>
  );
}
