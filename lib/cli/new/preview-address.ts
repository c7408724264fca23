import type { Locale } from '@/lib/words/locale';

/** Where `npm run dev` lays a lesson open for its author: `http://localhost:3000/en/preview/tcp-tls/handshakes`. */
export function pageAddress(locale: Locale, lesson: string): string {
  return `http://localhost:${process.env.PORT ?? '3000'}/${locale}/preview/${lesson}`;
}
