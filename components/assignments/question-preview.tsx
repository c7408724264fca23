import { DraftForm } from '@/components/preview/draft-form';
import { OpenQuestion } from '@/components/preview/open-question';
import { KindView } from '@/components/quiz/quiz';
import quiz from '@/components/quiz/quiz.module.css';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import type { Question } from '@/lib/quiz/question';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale } from '@/lib/words/locale';
import styles from './work-facts.module.css';

/** A question as learners will see it, from its public form alone, and below it everything that its writer wrote about it. */
export function QuestionPreview({ question, locale }: { question: Question; locale: Locale }) {
  const words = assignmentsWords[locale].own;
  return (
    <>
      <section className={styles.section} aria-labelledby="preview">
        <h2 id="preview">{words.preview}</h2>
        <p className={styles.quiet}>{words.previewText}</p>
        <div className={quiz.quiz} id="refused">
          <DraftForm locale={locale} holes={undefined} check={words.tryIt} refused={words.tried}>
            <KindView anchor={question.id} question={toPublicQuestion(question)} locale={locale} />
          </DraftForm>
        </div>
      </section>
      <section className={styles.section} aria-labelledby="key">
        <h2 id="key">{words.key}</h2>
        <p className={styles.quiet}>{words.keyText}</p>
        <OpenQuestion question={question} locale={locale} />
      </section>
    </>
  );
}
