import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { authorsOnly } from '@/components/preview/authors-only';
import { LessonPreviewView } from '@/components/preview/lesson-preview-view';
import { ShareDraft } from '@/components/preview/share-draft';
import { requestOrigin } from '@/components/ui/request-origin';
import { SitePage } from '@/components/ui/site-page';
import { holds } from '@/lib/access/access';
import { previewContent } from '@/lib/preview/read-preview';
import { sharedLinks } from '@/lib/preview/shared-links';
import { isLocale } from '@/lib/words/locale';
import { previewWords } from '@/lib/words/preview';
import { endLinkAction, makeLinkAction } from '../../actions';

type Props = { params: Promise<{ locale: string; path: string; lesson: string }> };

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, lesson } = await params;
  const title = isLocale(locale) ? previewWords[locale].titleOf(lesson) : undefined;
  return { ...(title ? { title } : {}), robots: { index: false, follow: false } };
}

/** One lesson laid open, for its authors. */
export default async function LessonPreviewPage({ params }: Props) {
  const { path, lesson, ...rest } = await params;
  const id = `${path}/${lesson}`;
  const { locale, session } = await authorsOnly(rest, `/preview/${id}`);
  const content = await previewContent();
  const preview = await content.lesson(id);
  if (!preview) notFound();
  const isShared = preview.shown?.lesson.draft === true && holds(session, 'share:draft:any');
  return (
    <SitePage locale={locale} path={`/preview/${id}`} site={content.curriculum.site}>
      <LessonPreviewView preview={preview} locale={locale}>
        {isShared && (
          <ShareDraft
            lesson={id}
            locale={locale}
            origin={await requestOrigin()}
            links={await sharedLinks(session, id)}
            make={makeLinkAction}
            end={endLinkAction}
          />
        )}
      </LessonPreviewView>
    </SitePage>
  );
}
