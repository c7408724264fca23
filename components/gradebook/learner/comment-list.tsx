import button from '@/components/ui/button.module.css';
import type { Comment } from '@/lib/gradebook/comment-store';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './learner.module.css';

type Props = {
  comments: readonly Comment[];
  names: ReadonlyMap<string, string>;
  /** What a comment is about, where that is not said by where it stands. */
  about: (comment: Comment) => { readonly text: string; readonly href?: string } | undefined;
  mayRemove: (comment: Comment) => boolean;
  removeAction: (form: FormData) => Promise<void>;
  hidden: Readonly<Record<string, string>>;
  timeZone: string;
  locale: Locale;
};

/** What staff said, the latest first. What was removed leaves its place. */
export function CommentList({ comments, names, about, mayRemove, removeAction, hidden, timeZone, locale }: Props) {
  const words = gradebookLearnerWords[locale];
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  if (comments.length === 0) return <p className={styles.quiet}>{words.noComments}</p>;
  return (
    <ol className={styles.comments}>
      {comments.map((comment) => {
        const subject = about(comment);
        const { id, text, writtenBy, writtenAt, removedBy, removedAt, forLearner } = comment;
        return (
          <li key={id}>
            <p className={styles.said}>
              <bdi>{words.by(names.get(writtenBy) ?? '', time.format(writtenAt))}</bdi>
              {' · '}
              {forLearner ? words.toLearner : words.amongStaff}
              {subject && (
                <>
                  {' · '}
                  {subject.href ? <a href={subject.href}>{subject.text}</a> : subject.text}
                </>
              )}
            </p>
            {removedAt && removedBy ? (
              <p className={styles.quiet}>{words.removed(names.get(removedBy) ?? '', time.format(removedAt))}</p>
            ) : (
              <p className={styles.text}>{text}</p>
            )}
            {!removedAt && mayRemove(comment) && (
              <form action={removeAction}>
                {Object.entries({ ...hidden, comment: id }).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <button type="submit" className={`${button.button} ${button.quiet}`}>
                  {words.remove}
                </button>
              </form>
            )}
          </li>
        );
      })}
    </ol>
  );
}
