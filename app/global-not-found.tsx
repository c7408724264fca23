import type { Metadata } from 'next';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '@/components/ui/print.css';
import { BrandMark } from '@/components/ui/brand-mark';
import { BrokenRail } from '@/components/ui/broken-rail';
import { PageFrame } from '@/components/ui/page-frame';
import { earlyScript } from '@/lib/early-script';
import { languageTags, locales } from '@/lib/words/locale';
import { troubleWords } from '@/lib/words/trouble';

export const metadata: Metadata = { title: '404 · Handrail', robots: { index: false } };

/** An address without a language: the page speaks all of them. */
export default function GlobalNotFound() {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script>{earlyScript}</script>
      </head>
      <body>
        <main>
          <PageFrame
            eyebrow={
              <>
                <BrandMark /> 404
              </>
            }
            title={troubleWords.en.notFoundTitle}
          >
            <BrokenRail />
            {locales.map((locale) => (
              <p key={locale} lang={languageTags[locale]}>
                {troubleWords[locale].notFound} <a href={`/${locale}`}>{troubleWords[locale].home}</a>
              </p>
            ))}
          </PageFrame>
        </main>
      </body>
    </html>
  );
}
