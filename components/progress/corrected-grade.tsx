import { Notice } from '@/components/ui/notice';
import type { Correction } from '@/lib/attempts/correction-store';
import { attemptsWords } from '@/lib/words/attempts';
import { type Locale, languageTags } from '@/lib/words/locale';

type Props = { corrections: readonly Correction[]; locale: Locale };

/** Says that a score is not the one that was told first: when it changed, and from what to what. */
export function CorrectedGrade({ corrections, locale }: Props) {
  if (corrections.length === 0) return null;
  const words = attemptsWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  const number = new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 2 });
  const points = ({ earned, possible }: Correction['to']) =>
    words.points(number.format(earned), number.format(possible));
  return (
    <Notice title={words.correctedTitle}>
      {corrections.map(({ at, from, to }) => (
        <p key={at.toISOString()}>
          <time dateTime={at.toISOString()}>{words.corrected(`${date.format(at)} UTC`, points(from), points(to))}</time>
        </p>
      ))}
    </Notice>
  );
}
