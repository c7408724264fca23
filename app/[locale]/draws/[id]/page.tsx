import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Quiz } from '@/components/quiz/quiz';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { readDraw } from '@/lib/attempts/read-draw';
import { thisSession } from '@/lib/auth/this-request';
import { movedIds } from '@/lib/curriculum/moved-ids';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { isLocale } from '@/lib/words/locale';
import { variantsWords } from '@/lib/words/variants';

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale)) return {};
  return {
    ...pageMetadata({ locale, path: `/draws/${id}`, title: variantsWords[locale].title }),
    robots: { index: false },
  };
}

/** One variant with its numbers: where "Get my numbers" leads in a browser without scripts. */
export default async function DrawPage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  const session = await thisSession();
  if (!session) redirect(`/${locale}/sign-in?callbackUrl=${encodeURIComponent(`/${locale}/draws/${id}`)}`);
  const read = await readDraw(session.learnerId, id);
  if (!read) notFound();
  if (read.kind === 'answered') redirect(`/${locale}/attempts/${read.attempt}`);
  const words = variantsWords[locale];
  const item = movedIds(await curriculum()).item(read.item);
  return (
    <SitePage locale={locale} path={`/draws/${id}`}>
      <PageFrame title={words.title}>
        <Quiz item={read.item} question={read.question} locale={locale} draw={read.draw} />
        {item && (
          <p>
            <a href={`/${locale}/learn/${item.lesson}#${item.local}`}>{words.back}</a>
          </p>
        )}
      </PageFrame>
    </SitePage>
  );
}
