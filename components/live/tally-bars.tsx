import type { Bar, Tally } from '@/lib/live/tally';
import { liveWords } from '@/lib/words/live';
import { inLocale, type Locale } from '@/lib/words/locale';
import styles from './live.module.css';

type Props = {
  locale: Locale;
  caption: string;
  /** One for each round, side by side. */
  tallies: readonly Tally[];
  showsRight: boolean;
  /** What this learner answered, by the keys of the bars, round by round. */
  own?: readonly (readonly string[] | null)[];
  size?: 'list' | 'wall';
};

/** What was answered, a row for each option: as a bar, as a number and as a share, so that no one has to see the bar. */
export function TallyBars({ locale, caption, tallies, showsRight, own = [], size = 'list' }: Props) {
  const words = liveWords[locale];
  const rows = rowsOf(tallies);
  const rounds = tallies.map((tally, at) => ({ tally, at, name: words.round(at + 1) }));
  return (
    <table className={styles.bars} data-size={size}>
      <caption className="visually-hidden">{caption}</caption>
      {tallies.length > 1 && (
        <thead>
          <tr>
            <td />
            {rounds.map(({ tally, name }) => (
              <th key={name} scope="col">
                {name} <span className={styles.quiet}>{words.votes(tally.n)}</span>
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ bar, letter }) => (
          <tr key={bar.key} data-right={showsRight && bar.isRight ? '' : undefined}>
            <th scope="row">
              {letter && (
                <span className={styles.letter} aria-hidden="true">
                  {letter}
                </span>
              )}
              <span>
                {labelOf(bar, locale)}
                {showsRight && bar.isRight && !bar.key.startsWith('=') && (
                  <span className={styles.rightMark}> ✓ {words.isRight}</span>
                )}
              </span>
            </th>
            {rounds.map(({ tally, at, name }) => {
              const count = tally.bars.find(({ key }) => key === bar.key)?.count ?? 0;
              const share = tally.n === 0 ? 0 : count / tally.n;
              return (
                <td key={name}>
                  <span className={styles.bar} aria-hidden="true">
                    <span style={{ inlineSize: `${share * 100}%` }} />
                  </span>
                  <span className={styles.figure}>
                    {count} <span className={styles.quiet}>{words.percent(share)}</span>
                    {own[at]?.includes(bar.key) && <span className={styles.own}> {words.room.yourVote}</span>}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The bars of all rounds, in the order of the newest that has them. */
function rowsOf(tallies: readonly Tally[]): { bar: Bar; letter: string }[] {
  const bars = new Map<string, Bar>();
  for (const tally of [...tallies].reverse())
    for (const bar of tally.bars) {
      const known = bars.get(bar.key);
      bars.set(bar.key, known ? { ...known, isRight: known.isRight || bar.isRight } : bar);
    }
  return [...bars.values()].map((bar, at) => ({ bar, letter: bar.label ? String.fromCharCode(65 + at) : '' }));
}

/** What one has written, what an option says, or how it went. */
export function labelOf({ key, label }: Pick<Bar, 'key' | 'label'>, locale: Locale): string {
  if (label) return inLocale(label, locale);
  if (key.startsWith('"')) return key.slice(1);
  const { outcome } = liveWords[locale];
  const names: Readonly<Record<string, string>> = {
    '=right': outcome.right,
    '=part': outcome.part,
    '=wrong': outcome.wrong,
    '=waiting': outcome.waiting,
    '=given': outcome.given,
    '=other': outcome.other,
  };
  return names[key] ?? key;
}
