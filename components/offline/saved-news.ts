import type { Locale } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';
import { noteNewer, savedCopies } from './saved-copies';
import { servedList } from './served-list';

const ASKED = 'handrail.offline.asked';
const EVERY_MS = 10 * 60 * 1000;

/**
 * Asks the server now and then whether what is saved here has a newer version, remembers it for when there is no network, and tells the page
 * that was opened from here.
 */
export async function savedNews(locale: Locale, tell: (said: string) => void): Promise<void> {
  if (isTime()) await askAboutAll();
  const { saved, savedAt } = document.documentElement.dataset;
  if (saved === undefined || savedAt === undefined) return;
  const copy = (await savedCopies()).find((one) => one.list.files.some(({ address }) => address === location.pathname));
  // Another copy has come since: this page is the old one, whatever the server says.
  if (copy && (copy.isStale || copy.savedAt !== savedAt)) tell(saved + offlineWords[locale].alsoStale);
}

async function askAboutAll(): Promise<void> {
  for (const copy of await savedCopies()) {
    const served = await servedList(copy.list.locale, copy.list.path);
    if (served && served !== 'unlisted') await noteNewer(copy, served);
  }
}

function isTime(): boolean {
  const last = Number(localStorage.getItem(ASKED));
  const now = Date.now();
  // A clock that was set back must not silence it for years.
  if (now >= last && now - last < EVERY_MS) return false;
  localStorage.setItem(ASKED, String(now));
  return true;
}
