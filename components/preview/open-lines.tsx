import { OptionText } from '@/components/quiz/prompt';
import { RichText } from '@/components/quiz/rich-text';
import type { OpenGroup, OpenLine } from '@/lib/preview/open-question';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale, type Localized } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import styles from './open.module.css';

/** The key, line by line: what is right, what is wrong, and what is told then. */
export function OpenLines({ groups, locale }: { groups: readonly OpenGroup[]; locale: Locale }) {
  return groups.map((group, at) => (
    <div key={group.id ?? keyAt(at)} className={styles.group}>
      {group.id && (
        <p className={styles.groupName}>
          <code>{group.id}</code>
        </p>
      )}
      <ul className={styles.lines}>
        {group.lines.map((line, place) => (
          <Line key={keyAt(place)} line={line} number={place + 1} locale={locale} />
        ))}
      </ul>
      {group.settings.length > 0 && (
        <p className={styles.settings}>
          {group.settings.map(([name, value]) => (
            <code key={name}>{`${name}: ${value}`}</code>
          ))}
        </p>
      )}
    </div>
  ));
}

function Line({ line, number, locale }: { line: OpenLine; number: number; locale: Locale }) {
  const words = previewWords[locale];
  const { verdict, id, text, to, feedback, misconception } = line;
  return (
    <li className={styles.line} data-verdict={verdict}>
      <div className={styles.said}>
        {verdict === 'step' ? (
          <b className={styles.mark}>{number}</b>
        ) : (
          <b className={styles.mark}>{verdict === 'right' ? words.right : words.wrong}</b>
        )}
        <div>
          {isWritten(text) && <OptionText text={text} locale={locale} />}
          {to && (
            <span>
              {' → '}
              <span className="visually-hidden">{words.goesTo} </span>
              <OptionText text={to} locale={locale} />
            </span>
          )}
          {id && <code className={styles.id}>{id}</code>}
        </div>
      </div>
      {feedback && isWritten(feedback) ? (
        <div className={styles.told}>
          <span className="visually-hidden">{words.whenChosen}: </span>
          <RichText text={richText(inLocale(feedback, locale))} />
        </div>
      ) : (
        verdict === 'wrong' && <p className={styles.untold}>{words.noFeedback}</p>
      )}
      {misconception && (
        <p className={styles.untold}>
          {words.misconception}: <code>{misconception}</code>
        </p>
      )}
    </li>
  );
}

function isWritten(text: Localized): boolean {
  return text.en !== undefined || text.zh !== undefined;
}

/** A key is not reordered while one looks at it: a line's place is its name. */
function keyAt(place: number): string {
  return String(place);
}
