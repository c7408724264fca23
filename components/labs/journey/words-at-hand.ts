import type { Locale } from '@/lib/words/locale';

/** What the journey lab says, in every language: `#journey-words` where pages are drawn. The browser's half is words-fetched.ts. */
export { journeyWords } from '@/lib/words/journey';
export { journeyViewWords } from '@/lib/words/journey-view';

/** Nothing to wait for: all of it is here. */
export async function fetchJourneyWords(_locale: Locale): Promise<void> {}
