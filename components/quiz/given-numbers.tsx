'use client';

import { type ReactNode, useMemo } from 'react';
import type { Locale } from '@/lib/words/locale';
import { QuizContext } from './quiz-context';

type Props = { holes: Readonly<Record<string, string>> | undefined; locale: Locale; children: ReactNode };

/** A question that was answered, with the numbers it was asked with. */
export function GivenNumbers({ holes, locale, children }: Props) {
  const known = useMemo(() => ({ locale, feedback: undefined, holes }), [locale, holes]);
  return <QuizContext value={known}>{children}</QuizContext>;
}
