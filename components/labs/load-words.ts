import { learnWords } from '#lab-words';
import type { LabId } from '@/lib/labs/labs';
import type { LabWords } from '@/lib/words/lab-words';
import type { Locale } from '@/lib/words/locale';

type Chunk = () => Promise<{ words: Partial<LabWords> }>;

/** What each lab says in each language: a chunk each, beside the lab's own. */
const chunks: Record<LabId, Record<Locale, Chunk>> = {
  tcp: { en: () => import('@/lib/words/en/labs/tcp'), zh: () => import('@/lib/words/zh/labs/tcp') },
  tls: { en: () => import('@/lib/words/en/labs/tls'), zh: () => import('@/lib/words/zh/labs/tls') },
  certificate: {
    en: () => import('@/lib/words/en/labs/certificate'),
    zh: () => import('@/lib/words/zh/labs/certificate'),
  },
  dns: { en: () => import('@/lib/words/en/labs/dns'), zh: () => import('@/lib/words/zh/labs/dns') },
  http: { en: () => import('@/lib/words/en/labs/http'), zh: () => import('@/lib/words/zh/labs/http') },
  journey: { en: () => import('@/lib/words/en/labs/journey'), zh: () => import('@/lib/words/zh/labs/journey') },
  process: { en: () => import('@/lib/words/en/labs/process'), zh: () => import('@/lib/words/zh/labs/process') },
};

/** What all labs say alike. */
const every: Record<Locale, Chunk> = {
  en: () => import('@/lib/words/en/labs/every'),
  zh: () => import('@/lib/words/zh/labs/every'),
};

/** The names of every layer's fields, for whoever looks under a journey. */
const underJourney: Record<Locale, Chunk> = {
  en: () => import('@/lib/words/en/labs/journey-bytes'),
  zh: () => import('@/lib/words/zh/labs/journey-bytes'),
};

export async function loadWords(what: LabId | 'journey-bytes', locale: Locale): Promise<void> {
  const own = what === 'journey-bytes' ? underJourney : chunks[what];
  for (const { words } of await Promise.all([own[locale](), every[locale]()])) learnWords(locale, words);
}
