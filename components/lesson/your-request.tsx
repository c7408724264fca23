import type { Locale } from '@/lib/words/locale';
import { yourRequestWords } from '@/lib/words/your-request';
import { YourRequestIsland } from './your-request-island';

/** `<YourRequest />`: the request that this very browser has just sent, line by line. What is shown is what the server got. */
export function YourRequest({ locale }: { locale: Locale }) {
  const { title, before, byHand } = yourRequestWords[locale];
  return <YourRequestIsland locale={locale} texts={{ title, before, byHand }} />;
}
