import type { journey } from '@/lib/words/en/journey';
import type { journeyView } from '@/lib/words/en/journey-view';
import type { Locale } from '@/lib/words/locale';

/*
 * What the journey lab says, in the browser: `#journey-words` there. A page speaks one language, and the other one's sentences would be a
 * tenth of what the lab brings besides its engines. They are there before the lab is (lab-island.tsx).
 */
const said: Partial<Record<Locale, { journey: typeof journey; view: typeof journeyView }>> = {};

export async function fetchJourneyWords(locale: Locale): Promise<void> {
  const [facts, view] = await Promise.all(
    locale === 'zh'
      ? [import('@/lib/words/zh/journey'), import('@/lib/words/zh/journey-view')]
      : [import('@/lib/words/en/journey'), import('@/lib/words/en/journey-view')],
  );
  said[locale] = { journey: facts.journey, view: view.journeyView };
}

function wordsIn(locale: Locale) {
  const words = said[locale];
  if (!words) throw new Error(`the journey lab was drawn before its words came: ${locale}`);
  return words;
}

export const journeyWords: Readonly<Record<Locale, typeof journey>> = {
  get en() {
    return wordsIn('en').journey;
  },
  get zh() {
    return wordsIn('zh').journey;
  },
};

export const journeyViewWords: Readonly<Record<Locale, typeof journeyView>> = {
  get en() {
    return wordsIn('en').view;
  },
  get zh() {
    return wordsIn('zh').view;
  },
};
