import { ImageResponse } from 'next/og';
import { SocialCard } from '@/components/ui/social-card';

export const dynamic = 'force-static';

/** What is shown where somebody shares a page. One picture for all languages: it says its name and three segments. */
export function GET(): Response {
  return new ImageResponse(<SocialCard />, { width: 1200, height: 630 });
}
