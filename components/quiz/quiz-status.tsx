import { lazy, Suspense } from 'react';
import type { Feedback, Missing } from '@/lib/quiz/answer';
import type { Locale } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './quiz.module.css';
import type { RareSaid } from './rare-status';
import { RichText } from './rich-text';
import type { Sending } from './send-answer';
import { textIn } from './text-in';

/** What stands beside a form's button: what became of its answer, or why there is none. */
export type Said = Sending | { kind: 'incomplete'; missing: Missing } | { kind: 'not-loaded' };

const LazyRare = lazy(() =>
  import('./rare-status').then(
    (it) => ({ default: it.RareStatus }),
    () => ({ default: NotLoaded }),
  ),
);

function NotLoaded({ locale }: { said: RareSaid; locale: Locale }) {
  return <p>{quizWords[locale].notLoaded}</p>;
}

function Rare(props: { said: RareSaid; locale: Locale }) {
  return (
    <Suspense>
      <LazyRare {...props} />
    </Suspense>
  );
}

export function QuizStatus({ said, locale }: { said: Said; locale: Locale }) {
  const words = quizWords[locale];
  switch (said.kind) {
    case 'sending':
      return <p>{words.saving}</p>;
    case 'incomplete':
      return <Rare said={said} locale={locale} />;
    case 'not-loaded':
      return <p>{words.notLoaded}</p>;
    case 'waiting':
      return <p>{words.waiting}</p>;
    case 'signed-out':
      return <p>{words.signedOut}</p>;
  }
  const { result } = said;
  switch (result.status) {
    case 'incomplete':
    case 'rejected':
    case 'deferred':
      return <Rare said={result} locale={locale} />;
    case 'received':
      return <p>{words.received}</p>;
  }
  const { earned, possible, feedback } = result;
  const verdict = earned === possible ? 'right' : earned > 0 ? 'partly' : 'wrong';
  return (
    <>
      <p data-verdict={verdict}>
        <strong>{words[verdict]}</strong>{' '}
        {verdict !== 'right' && feedback.placed !== undefined && words.placed(feedback.placed)}
        {verdict !== 'right' && feedback.parts && words.parts(feedback.parts.right, feedback.parts.of)}
        {verdict !== 'right' && isSpokenOf(feedback) && words.noteBeside}
        {feedback.isMore && words.isMore}
        <span className={styles.quiet}> {words.saved}</span>
      </p>
      {feedback.note && <RichText text={textIn(feedback.note, locale)} />}
    </>
  );
}

/** True when what is said stands only beside the choices. */
function isSpokenOf({ placed, parts, marks }: Feedback): boolean {
  return placed === undefined && parts === undefined && marks !== undefined;
}
