import { OptionText } from '@/components/quiz/prompt';
import { commentsForLearner } from '@/lib/gradebook/comment-store';
import { markingsOf } from '@/lib/gradebook/marking-store';
import type { Question } from '@/lib/quiz/question';
import { type Locale, languageTags } from '@/lib/words/locale';
import { markingWords } from '@/lib/words/marking';
import styles from './learner/learner.module.css';

type Props = {
  learnerId: string;
  attemptId: string;
  /** What was asked; undefined: a task. */
  question: Question | undefined;
  locale: Locale;
};

/** Tells a learner how a person marked their answer, and what was said to it. Only where its score may be seen. */
export async function ToldMarking({ learnerId, attemptId, question, locale }: Props) {
  const [[last], comments] = await Promise.all([
    markingsOf(learnerId, attemptId),
    commentsForLearner(learnerId, attemptId),
  ]);
  const words = markingWords[locale];
  const number = new Intl.NumberFormat(languageTags[locale]);
  const marking = last?.kind === 'marked' && last.earned !== null ? { ...last, earned: last.earned } : undefined;
  const rubric = question?.kind === 'written' ? question.rubric : [];
  const said = [...(marking?.comment ? [{ id: 'marking', text: marking.comment }] : []), ...comments];
  if (!marking && said.length === 0) return null;
  return (
    <section className={styles.part}>
      {marking && (
        <>
          <h2>{words.yours}</h2>
          <p>
            <strong>{words.pointsOf(number.format(marking.earned), number.format(marking.possible))}</strong>
          </p>
          <table className={styles.table}>
            <caption className="visually-hidden">{words.yourPoints}</caption>
            <tbody>
              {rubric.map(({ id, text, points }) => (
                <tr key={id}>
                  <th scope="row">
                    <OptionText text={text} locale={locale} />
                  </th>
                  <td>
                    {number.format(marking.points[id] ?? 0)} {words.points(number.format(points))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {said.length > 0 && (
        <>
          <h2>{words.said}</h2>
          {said.map(({ id, text }) => (
            <p key={id} className={styles.text} dir="auto">
              {text}
            </p>
          ))}
        </>
      )}
    </section>
  );
}
