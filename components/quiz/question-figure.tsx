import type { ReactNode } from 'react';
import { Drawing } from '@/components/lesson/drawing';
import type { PublicFigure } from '@/lib/quiz/public-drawing';
import { inLocale, type Locale } from '@/lib/words/locale';
import own from './kinds/pointing.module.css';

/** The figure of a question, with what lies over it. */
export function QuestionFigure({
  figure,
  locale,
  children,
}: {
  figure: PublicFigure;
  locale: Locale;
  children: ReactNode;
}) {
  const alt = inLocale(figure.alt, locale);
  return (
    <div className={own.figure}>
      {figure.kind === 'drawing' ? (
        <Drawing root={figure.svg} label={alt} />
      ) : (
        <img src={figure.src} alt={alt} width={figure.width} height={figure.height} loading="lazy" decoding="async" />
      )}
      {children}
    </div>
  );
}
