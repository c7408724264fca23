import { RichLine } from '@/components/quiz/rich-text';
import { said } from '@/lib/analysis/said';
import type { Item } from '@/lib/curriculum/lesson';
import { richText } from '@/lib/quiz/rich-text';
import { analysisWords } from '@/lib/words/analysis';
import { inLocale, type Locale, type Localized } from '@/lib/words/locale';
import styles from './analysis.module.css';

/** What a response says: what was chosen or typed, a text cut short, how many steps a log has. */
export function SaidText({ item, response, locale }: { item: Item; response: unknown; locale: Locale }) {
  if (item.kind === 'task') return analysisWords[locale].steps(stepsIn(response));
  const lines = said(item.question, response);
  if (lines) return <SaidLines lines={lines} locale={locale} />;
  return <span className={`${styles.answer} ${styles.clip}`}>{textIn(response)}</span>;
}

export function SaidLines({ lines, locale }: { lines: readonly Localized[]; locale: Locale }) {
  // Lines may say the same; their place tells them apart, and it never changes.
  return [...lines.entries()].map(([place, line]) => (
    <span key={place} className={`${styles.line} ${styles.clip}`}>
      <RichLine text={richText(inLocale(line, locale))} />
    </span>
  ));
}

function stepsIn(response: unknown): number {
  if (response === null || typeof response !== 'object') return 0;
  const log = 'actions' in response ? response.actions : 'practice' in response ? response.practice : [];
  if (Array.isArray(log)) return log.length;
  return log !== null && typeof log === 'object' && 'requests' in log && Array.isArray(log.requests)
    ? log.requests.length
    : 0;
}

/** What no question reads any more is shown as it is kept. */
function textIn(response: unknown): string {
  const text = response !== null && typeof response === 'object' && 'text' in response ? response.text : undefined;
  return typeof text === 'string' ? text : JSON.stringify(response);
}
