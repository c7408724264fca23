import { type Flag, weights } from '@/lib/analysis/flags';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';

/** From this weight on a flag is set in bold. */
const heavy = 4;

type Props = {
  flags: readonly Flag[];
  /** Of few learners: signs, no more. */
  areSigns?: boolean;
  locale: Locale;
};

/** Flags in a few words each, with how often where several questions have the same. */
export function FlagChips({ flags, areSigns = false, locale }: Props) {
  const words = analysisWords[locale];
  const counts = new Map<Flag['kind'], number>();
  for (const { kind } of flags) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = [...counts].sort(([one], [other]) => weights[other] - weights[one]);
  return (
    <ul className={styles.chips} data-few={areSigns || undefined}>
      {kinds.map(([kind, count]) => (
        <li key={kind} data-weight={weights[kind] >= heavy ? 'heavy' : undefined}>
          {words.flagNames[kind]}
          {count > 1 && ` × ${count}`}
        </li>
      ))}
    </ul>
  );
}
