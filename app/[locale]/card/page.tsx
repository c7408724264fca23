import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/account/action-form';
import { PageFrame } from '@/components/ui/page-frame';
import { pageMetadata } from '@/components/ui/page-metadata';
import { SitePage } from '@/components/ui/site-page';
import { accountWords } from '@/lib/words/account';
import { joinWords } from '@/lib/words/join';
import { isLocale } from '@/lib/words/locale';
import { openCardAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return pageMetadata({ locale, path: '/card', title: joinWords[locale].card.title });
}

/** Where a printed card is typed by who has no camera at hand. */
export default async function CardPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const words = joinWords[locale].card;
  return (
    <SitePage locale={locale} path="/card" section="me">
      <PageFrame title={words.title} lede={words.lede} width="narrow">
        <ActionForm
          action={openCardAction}
          hidden={{ locale }}
          fields={[
            { name: 'login', kind: 'login', label: words.login },
            { name: 'code', kind: 'word', label: words.code, hint: words.codeHint },
          ]}
          submit={words.submit}
          sending={accountWords[locale].sending}
          tone="primary"
        />
      </PageFrame>
    </SitePage>
  );
}
