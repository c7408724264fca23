import type { PublicOption } from '@/lib/quiz/public-single-choice';
import type { Locale } from '@/lib/words/locale';
import { OptionText } from './prompt';
import styles from './quiz.module.css';
import { OptionNote } from './quiz-context';

type Props = { anchor: string; type: 'radio' | 'checkbox'; options: readonly PublicOption[]; locale: Locale };

/** Options to choose from: the browser's own inputs, each with room for a note beside it. */
export function Choices({ anchor, type, options, locale }: Props) {
  return options.map(({ letter, text }) => {
    const noteId = `${anchor}-${letter}-note`;
    return (
      <div key={letter} className={styles.option}>
        <label>
          <input type={type} name="choice" value={letter} required={type === 'radio'} aria-describedby={noteId} />
          <span>
            <OptionText text={text} locale={locale} />
          </span>
        </label>
        <OptionNote letter={letter} id={noteId} />
      </div>
    );
  });
}
