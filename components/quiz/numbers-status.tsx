import { type RefObject, useEffect, useState } from 'react';
import type { Locale } from '@/lib/words/locale';
import { variantsWords } from '@/lib/words/variants';
import type { Numbers } from './ask-numbers';
import styles from './quiz.module.css';
import type { Asked } from './use-numbers';

type Props = {
  numbers: Numbers | undefined;
  asked: Asked | undefined;
  form: RefObject<HTMLFormElement | null>;
  locale: Locale;
};

/** Beside a variant's button: what there is to ask for, how the asking goes, and, for who does not see them arrive, the numbers. */
export function NumbersStatus({ numbers, asked, form, locale }: Props) {
  const words = variantsWords[locale];
  const [arrived, setArrived] = useState<readonly string[]>([]);
  useEffect(() => {
    const shown = numbers ? [...(form.current?.querySelectorAll('[data-hole]') ?? [])] : [];
    setArrived([...new Set(shown.map((hole) => hole.textContent ?? ''))]);
  }, [numbers, form]);
  if (asked) return <p>{words[asked]}</p>;
  if (!numbers) return <p className={styles.quiet}>{words.why}</p>;
  return arrived.length > 0 ? <p className="visually-hidden">{words.arrived(arrived)}</p> : null;
}
