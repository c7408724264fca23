import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { DraftView } from '@/components/preview/draft-view';
import { SitePage } from '@/components/ui/site-page';
import { previewContent } from '@/lib/preview/read-preview';
import { isServed } from '@/lib/preview/read-served';
import { openDraftLink } from '@/lib/preview/submit-draft-link';
import { isLocale, otherLocale } from '@/lib/words/locale';

type Props = { params: Promise<{ locale: string; token: string }> };

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { robots: { index: false, follow: false, noarchive: true }, referrer: 'same-origin' };

/** A draft, for whoever was given a link to it. A wrong link, one that has ended and a lesson that is gone are one and the same 404. */
export default async function DraftPage({ params }: Props) {
  const { locale, token } = await params;
  if (!isLocale(locale)) notFound();
  const link = await openDraftLink(token);
  const content = link && (await previewContent());
  const shown = link && (await content?.lesson(link.lesson))?.shown;
  if (!link || !content || !shown) notFound();
  // Published since: everybody sees it, at its own address, and its keys are secret again. Until then the draft stays where it was.
  if (await isServed(link.lesson)) redirect(`/${locale}/learn/${link.lesson}`);
  const text = shown.lesson.texts[locale] ?? shown.lesson.texts[otherLocale(locale)];
  if (!text) notFound();
  return (
    <SitePage locale={locale} path={`/drafts/${token}`} languages={shown.path.languages} site={content.curriculum.site}>
      <DraftView link={link} shown={shown} text={text} locale={locale} />
    </SitePage>
  );
}
