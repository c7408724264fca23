'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/words/locale';
import { outboxWords } from '@/lib/words/outbox';
import { unsentHere } from './unsent-here';
import { UnsentList } from './unsent-list';

/** The learner's answers that are only on this device, as a part of a page. Nothing, when there are none. */
export function UnsentAnswers({ locale }: { locale: Locale }) {
  const [isAny, setAny] = useState(false);
  useEffect(() => {
    void unsentHere().then(({ mine, guests }) => setAny(mine.length + guests.length > 0));
  }, []);
  if (!isAny) return null;
  const words = outboxWords[locale];
  return (
    <section id="unsent" aria-labelledby="unsent-title">
      <h2 id="unsent-title">{words.title}</h2>
      <UnsentList locale={locale} none={words.none} />
    </section>
  );
}
