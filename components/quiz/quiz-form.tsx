'use client';

import { type FormEvent, lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef } from 'react';
import button from '@/components/ui/button.module.css';
import type { AnswerResult } from '@/lib/quiz/answer';
import type { Kind } from '@/lib/quiz/public-kinds';
import type { Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import { variantsWords } from '@/lib/words/variants';
import { EarlierAnswer } from './earlier-answer';
import { inputsOf } from './form-inputs';
import { HelpBar } from './help-bar';
import { NumbersStatus } from './numbers-status';
import { focusAgain, pressInQuestion } from './question-keys';
import styles from './quiz.module.css';
import { QuizContext } from './quiz-context';
import { QuizStatus, type Said } from './quiz-status';
import { ReportButton } from './report-button';
import { RichText } from './rich-text';
import { drain, type Sending } from './send-answer';
import { textIn } from './text-in';
import { useAnswering } from './use-answering';
import { useDraft } from './use-draft';
import { useNumbers } from './use-numbers';

type Props = {
  item: string;
  version: string;
  kind: Kind;
  locale: Locale;
  letters: readonly string[];
  draw?: { id: string; holes: Record<string, string> };
  sitting?: string;
  assignment?: string;
  onlyOnce?: boolean;
  /** Everyone is asked it with numbers of their own. */
  isVariant?: boolean;
  hasHints?: boolean;
  children: ReactNode;
};

/** What can be done about an answer that the server does not have: rarely needed, and where it cannot come there is nothing to press. */
const SendingActions = lazy(() =>
  import('./sending-actions').then(
    (it) => ({ default: it.SendingActions }),
    () => ({ default: () => null }),
  ),
);

/** A question's form. Without scripts it is a plain form; the inputs are the browser's own, so that what was chosen before hydration stays. */
export function QuizForm({
  item,
  version,
  kind,
  locale,
  letters,
  draw,
  sitting,
  assignment,
  onlyOnce,
  isVariant = false,
  hasHints = false,
  children,
}: Props) {
  const words = quizWords[locale];
  const form = useRef<HTMLFormElement>(null);
  const statusId = useId();
  const { numbers, asked, isUsed, ask, close } = useNumbers(item, version, draw);
  const run = { draw: numbers?.id, sitting, assignment };
  const { said, say, saidNow, edited, handIn } = useAnswering(form, { item, version, kind, letters, ...run });
  const result = said?.kind === 'result' ? said.result : undefined;
  const scored = result?.status === 'scored' ? result : undefined;
  const feedback = result && 'feedback' in result ? result.feedback : undefined;
  const isOver = onlyOnce === true && result !== undefined && isStored(result);
  // In a sitting the same numbers serve every try.
  const wantsNumbers = isVariant && (!numbers || (isUsed && sitting === undefined && !onlyOnce));
  const restored = useDraft(form, { item, version, draw: numbers?.id, sitting }, () => {
    if (!isOver) edited();
  });
  const context = useMemo(
    () => ({ locale, feedback, holes: numbers?.holes, restored }),
    [locale, feedback, numbers?.holes, restored],
  );
  const isRight = scored?.earned === scored?.possible;

  // Without scripts the browser itself says what is missing; with them the form does, in the page's language.
  useEffect(() => form.current?.setAttribute('novalidate', ''), []);
  // Several explanations on one page are told apart by what was asked.
  useEffect(() => form.current?.querySelector('legend')?.setAttribute('id', `${statusId}-asked`), [statusId]);

  const isClosing = isVariant && !isUsed && result !== undefined && closesDraw(result);
  useEffect(() => {
    if (isClosing) close();
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (saidNow()?.kind === 'sending' || isOver) return;
    // Nothing was changed since: it is the same answer, and it waits.
    if (saidNow()?.kind === 'waiting') return drain();
    if (wantsNumbers) return void drawNumbers();
    if (!scored || isRight || onlyOnce) return handIn(new FormData(event.currentTarget));
    // "Try again" takes what was said away; the same answer is not handed in twice.
    focusAgain(event.currentTarget);
    say(undefined);
  }

  /** The first ones, or others after those were answered: then what was said about them goes, and what was written. */
  async function drawNumbers() {
    if (!(await ask()) || !numbers) return;
    say(undefined);
    form.current?.reset();
    if (form.current) focusAgain(form.current);
  }

  function buttonText(): string {
    if (said?.kind === 'sending') return words.checking;
    if (said?.kind === 'waiting') return words.sendAgain;
    if (wantsNumbers)
      return asked === 'asking' ? variantsWords[locale].asking : variantsWords[locale][numbers ? 'next' : 'get'];
    if (scored && !isRight && !onlyOnce) return words.tryAgain;
    // In a sitting nothing is checked before its end.
    if (sitting) return words.save;
    return kind === 'written' ? words.handIn : words.check;
  }

  return (
    <form
      ref={form}
      className={styles.form}
      action="/api/forms/answer"
      method="post"
      aria-describedby={statusId}
      onSubmit={submit}
      onKeyDown={pressInQuestion}
    >
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="locale" value={locale} />
      {draw && <input type="hidden" name="draw" value={draw.id} />}
      {sitting && <input type="hidden" name="sitting" value={sitting} />}
      {assignment && <input type="hidden" name="assignment" value={assignment} />}
      <QuizContext value={context}>{children}</QuizContext>
      <div className={styles.foot}>
        {!isOver && (
          <button
            type="submit"
            className={`${button.button} ${button.primary}`}
            aria-disabled={said?.kind === 'sending' || asked === 'asking' || undefined}
            {...(wantsNumbers && !numbers ? { formAction: '/api/forms/draw', formNoValidate: true } : {})}
          >
            {buttonText()}
          </button>
        )}
        <div id={statusId} role="status" className={styles.status}>
          {said && <QuizStatus said={said} locale={locale} />}
          {isVariant && (!said || asked) && (
            <NumbersStatus numbers={numbers} asked={asked} form={form} locale={locale} />
          )}
          {!said && <EarlierAnswer item={item} locale={locale} />}
        </div>
        {said && needsAction(said) && (
          <Suspense>
            <SendingActions sending={said} locale={locale} onDismissed={() => say(undefined)} />
          </Suspense>
        )}
        {/* In a sitting nothing is told; once it is right, or while it waits for its numbers, there is nothing to tell. */}
        {sitting === undefined && !wantsNumbers && !(scored && isRight) && (
          <QuizContext value={context}>
            <HelpBar
              key={numbers?.id}
              item={item}
              version={version}
              draw={numbers?.id}
              locale={locale}
              hasHints={hasHints}
            />
          </QuizContext>
        )}
        <ReportButton
          item={item}
          version={version}
          locale={locale}
          state={() => form.current && inputsOf(form.current)}
        />
      </div>
      {feedback?.explanation && (
        <section
          className={styles.explanation}
          id={`${statusId}-why`}
          aria-label={words.why}
          aria-labelledby={`${statusId}-why ${statusId}-asked`}
        >
          <RichText text={textIn(feedback.explanation, locale)} />
        </section>
      )}
    </form>
  );
}

/** True when the server does not have the answer, and somebody may want to do something about that. */
function needsAction(said: Said): said is Sending {
  if (said.kind === 'result') return said.result.status === 'rejected';
  return said.kind === 'waiting' || said.kind === 'signed-out';
}

/** True when the numbers of this answer serve no more: it was taken, or they had been answered before. */
function closesDraw(result: AnswerResult): boolean {
  return isStored(result) || (result.status === 'rejected' && result.field === 'draw');
}

function isStored({ status }: AnswerResult): boolean {
  return status !== 'incomplete' && status !== 'rejected';
}
