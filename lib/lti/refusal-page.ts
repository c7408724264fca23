import { framePage, paragraph } from '@/lib/lti/frame-page';
import type { Refused } from '@/lib/lti/launch';
import type { Locale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';

/** What went wrong, in words, for whoever sits before the frame. Never 404 or 5xx, whose pages are the site's. */
export function refusalPage({ why, detail }: Refused, locale: Locale): Response {
  const words = ltiWords[locale];
  const body = paragraph(words.refusals[why]) + (detail ? paragraph(detail, 'detail') : '');
  return framePage({ locale, title: words.refusedTitle, body, status: 403 });
}
