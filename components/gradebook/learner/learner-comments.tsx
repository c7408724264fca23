import type { FormAction } from '@/components/account/form-state';
import type { Comment } from '@/lib/gradebook/comment-store';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import type { Locale } from '@/lib/words/locale';
import { CommentForm } from './comment-form';
import { CommentList } from './comment-list';
import styles from './learner.module.css';

type Props = {
  comments: readonly Comment[];
  names: ReadonlyMap<string, string>;
  titleOf: (column: string) => string;
  /** The learner's page. */
  here: string;
  actions: { readonly commentAction: FormAction; readonly uncommentAction: (form: FormData) => Promise<void> };
  hidden: Readonly<Record<string, string>>;
  mayWrite: boolean;
  /** Whose they are or not. */
  mayRemoveAll: boolean;
  me: string;
  timeZone: string;
  locale: Locale;
};

/** What staff said to a learner's work, and the form to say more. */
export function LearnerComments(props: Props) {
  const { comments, names, titleOf, here, actions, hidden, mayWrite, mayRemoveAll, me, timeZone, locale } = props;
  const words = gradebookLearnerWords[locale];
  const { commentLabel, toLearner, amongStaff, audience, write, saving } = words;
  return (
    <section className={styles.part} id="comments">
      <h2>{words.comments}</h2>
      <CommentList
        comments={comments}
        names={names}
        about={({ column, attemptId }) =>
          attemptId && hidden.attempt !== attemptId
            ? { text: words.attempt, href: `${here}/attempts/${attemptId}` }
            : column
              ? { text: words.about(titleOf(column)) }
              : undefined
        }
        mayRemove={({ writtenBy }) => mayWrite && (mayRemoveAll || writtenBy === me)}
        removeAction={actions.uncommentAction}
        hidden={hidden}
        timeZone={timeZone}
        locale={locale}
      />
      {mayWrite && hidden.column && <p className={styles.said}>{words.about(titleOf(hidden.column))}</p>}
      {mayWrite && (
        <CommentForm
          action={actions.commentAction}
          hidden={hidden}
          words={{ commentLabel, toLearner, amongStaff, audience, write, saving }}
        />
      )}
    </section>
  );
}
