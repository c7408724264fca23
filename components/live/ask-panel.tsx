import button from '@/components/ui/button.module.css';
import type { PutChoice } from '@/lib/live/read-put-choices';
import { liveWords } from '@/lib/words/live';
import { inLocale } from '@/lib/words/locale';
import styles from './live.module.css';
import { RoomButton, type RoomForm } from './room-button';

type Props = RoomForm & { choice: PutChoice; isOpen: boolean };

/** Questions that can be put to the class: a lesson is chosen, and its questions stand there. Plain forms. */
export function AskPanel({ choice, isOpen, ...form }: Props) {
  const { locale, classId } = form;
  const words = liveWords[locale];
  return (
    <details id="ask" className={styles.fold} open={isOpen}>
      <summary>
        <h2>{words.askTitle}</h2>
      </summary>
      <p className={styles.quiet}>{words.askHint}</p>
      <form action={`/${locale}/teach/classes/${classId}/live#ask`} className={styles.pick}>
        <label>
          {words.lesson}
          <select name="lesson" defaultValue={choice.lesson}>
            {choice.hasOwn && <option value="own">{words.ownQuestions}</option>}
            {choice.paths.map((path) => (
              <optgroup key={path.id} label={inLocale(path.title, locale)}>
                {path.lessons.map((lesson) => (
                  <option key={lesson.id} value={lesson.id}>
                    {inLocale(lesson.title, locale)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        <button type="submit" className={button.button}>
          {words.showQuestions}
        </button>
      </form>
      {choice.questions.length === 0 ? (
        <p className={styles.quiet}>{words.noQuestions}</p>
      ) : (
        <ul className={styles.choices}>
          {choice.questions.map(({ item, prompt }) => (
            <li key={item}>
              <span>{inLocale(prompt, locale)}</span>
              <RoomButton {...form} what="ask" about={{ item }} label={words.askThis(inLocale(prompt, locale))}>
                {words.ask}
              </RoomButton>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
