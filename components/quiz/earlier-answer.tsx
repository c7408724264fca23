import { useEffect, useState } from 'react';
import { onProgress } from '@/components/progress/progress-store';
import { type Locale, languageTags } from '@/lib/words/locale';
import { quizWords } from '@/lib/words/quiz';
import styles from './quiz.module.css';

/** Says that the question was answered on an earlier visit, and how. */
export function EarlierAnswer({ item, locale }: { item: string; locale: Locale }) {
  const [earlier, setEarlier] = useState<{ best: number; at: number }>();
  useEffect(() => {
    const slash = item.lastIndexOf('/');
    return onProgress((progress) => setEarlier(progress?.lessons[item.slice(0, slash)]?.items[item.slice(slash + 1)]));
  }, [item]);
  if (!earlier) return null;
  const { best, at } = earlier;
  const words = quizWords[locale];
  const date = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium' }).format(at * 1_000);
  const verdict = best >= 1 ? words.wasRight : best > 0 ? words.wasPartly : words.wasWrong;
  return <p className={styles.quiet}>{words.answeredOn(date, verdict)}</p>;
}
