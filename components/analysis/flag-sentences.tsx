import { plainTextOf } from '@/components/analysis/plain';
import type { AnalysedItem } from '@/lib/analysis/analysed-item';
import { choiceTexts } from '@/lib/analysis/choice-rows';
import type { Flag } from '@/lib/analysis/flags';
import { fewLearners } from '@/lib/analysis/item-statistics';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { percent, twoDigits } from './figure-format';

/** What stands out about a question, each in a sentence that says what it may mean. */
export function FlagSentences({ analysed, locale }: { analysed: AnalysedItem; locale: Locale }) {
  const words = analysisWords[locale];
  const { flags, statistics } = analysed;
  return (
    <>
      {statistics.n < fewLearners && <p className={styles.quiet}>{words.tooFewForFlags(statistics.n, fewLearners)}</p>}
      {flags.length === 0 ? (
        statistics.n >= fewLearners && <p>{words.noFlags}</p>
      ) : (
        <ul className={styles.says}>
          {flags.map((flag) => (
            <li key={flag.kind}>
              <strong>{words.flagNames[flag.kind]}</strong>
              {sentence(flag, analysed, locale)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sentence(flag: Flag, { item }: AnalysedItem, locale: Locale): string {
  const says = analysisWords[locale].flagSays;
  switch (flag.kind) {
    case 'reversed':
      return says.reversed(twoDigits(flag.value, locale));
    case 'weak':
      return says.weak(twoDigits(flag.value, locale));
    case 'rival': {
      const text = item.kind === 'question' ? choiceTexts(item.question).get(flag.choice) : undefined;
      return says.rival(text ? plainTextOf(text, locale) : flag.choice, percent(flag.share, locale));
    }
    case 'hard':
      return says.hard(percent(flag.value, locale));
    case 'guessing':
      return says.guessing(percent(flag.value, locale), percent(flag.guess, locale));
    case 'stuck':
      return says.stuck(percent(flag.best, locale));
    case 'misled':
      return says.misled(flag.misconception, percent(flag.share, locale));
    case 'hints':
      return says.hints(percent(flag.share, locale));
    case 'easy':
      return says.easy(percent(flag.value, locale));
  }
}
