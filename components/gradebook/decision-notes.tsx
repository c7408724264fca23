import { percentText } from '@/components/gradebook/learner/counted';
import { Notice } from '@/components/ui/notice';
import { toldDecisions } from '@/lib/gradebook/submit-told-decisions';
import { type Locale, languageTags } from '@/lib/words/locale';
import { markingWords } from '@/lib/words/marking';

type Props = {
  /** The reader. */
  learnerId: string;
  /** Of this class alone. */
  classId?: string;
  locale: Locale;
};

/** Tells a learner what the staff of their classes decided about their scores, and why; nothing where nothing was. */
export async function DecisionNotes({ learnerId, classId, locale }: Props) {
  const words = markingWords[locale];
  const told = (await toldDecisions(learnerId, locale)).filter((it) => classId === undefined || it.classId === classId);
  if (told.length === 0) return null;
  return (
    <Notice title={words.decisions}>
      <ul>
        {told.map(({ classId, column, title, decision, decidedAt, timeZone }) => (
          <li key={`${classId} ${column}`}>
            {decision.kind === 'given'
              ? words.decidedFor.given(title, percentText(decision.share, locale))
              : words.decidedFor.excused(title)}{' '}
            {words.because(decision.reason)}{' '}
            <time dateTime={decidedAt.toISOString()}>
              {new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeZone }).format(decidedAt)}
            </time>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
