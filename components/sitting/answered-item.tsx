import { AttemptedTask } from '@/components/progress/attempted-task';
import { Verdict } from '@/components/progress/verdict';
import { AnsweredQuestion, saidBy } from '@/components/quiz/answered-question';
import { GivenNumbers } from '@/components/quiz/given-numbers';
import type { StoredAttempt } from '@/lib/attempts/attempt';
import type { DrawnVersion } from '@/lib/attempts/drawn-version';
import { toPublicTask } from '@/lib/labs/task';
import type { Feedback } from '@/lib/quiz/answer';
import type { Kind } from '@/lib/quiz/public-kinds';
import { toPublicQuestion } from '@/lib/quiz/public-question';
import type { QuestionOf } from '@/lib/quiz/question';
import { inLetters } from '@/lib/quiz/read-response';
import { storedResponse } from '@/lib/quiz/stored-response';
import type { Locale } from '@/lib/words/locale';

type Props = {
  attempt: StoredAttempt;
  version: DrawnVersion;
  feedback: Feedback;
  /** May the score be seen? */
  isTold: boolean;
  /** Who looks at it gave it; otherwise it is somebody who teaches them. */
  isOwn?: boolean;
  locale: Locale;
};

/** What was asked, with the learner's own numbers, what they said to it, and what may be told about that. */
export function AnsweredItem({ attempt, version, feedback, isTold, isOwn = true, locale }: Props) {
  const { form } = version;
  return (
    <>
      {isTold && (
        <p>
          <Verdict
            earned={attempt.earned}
            possible={attempt.possible}
            isReceived={attempt.detail.received}
            locale={locale}
          />
        </p>
      )}
      {form.kind === 'question' ? (
        <GivenNumbers holes={version.holes} locale={locale}>
          <AnsweredQuestion
            question={toPublicQuestion(form.question)}
            said={said(form.question, attempt.response)}
            feedback={feedback}
            locale={locale}
          />
        </GivenNumbers>
      ) : (
        <AttemptedTask
          task={toPublicTask(form.task)}
          response={attempt.response}
          feedback={feedback}
          isOwn={isOwn}
          locale={locale}
        />
      )}
    </>
  );
}

function said<K extends Kind>(question: QuestionOf<K>, response: object) {
  return saidBy(question.kind, inLetters(question, storedResponse(question.kind, response)));
}
