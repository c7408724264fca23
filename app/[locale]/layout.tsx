import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import '@/components/ui/print.css';
import { earlyScript } from '@/lib/early-script';
import { isLocale, languageTags, locales } from '@/lib/words/locale';

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale } = await params;
  return {
    // Part of what a build is made of (lib/server/build-hash.ts). Without it canonical addresses are relative.
    ...(process.env.PUBLIC_URL ? { metadataBase: new URL(process.env.PUBLIC_URL) } : {}),
    title: { default: 'Handrail', template: '%s · Handrail' },
    formatDetection: { telephone: false },
    // An installed app begins in the language it was installed in.
    manifest: `/${locale}/manifest.webmanifest`,
    appleWebApp: { capable: true, title: 'Handrail', statusBarStyle: 'default' },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf9' },
    { media: '(prefers-color-scheme: dark)', color: '#15181e' },
  ],
};

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }));
}

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** The document and nothing else: what stands on the page is drawn by `SitePage`, which knows the page's own address. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    // The early script may set data-theme before React looks.
    <html lang={languageTags[locale]} dir="ltr" suppressHydrationWarning>
      <head>
        <script>{earlyScript}</script>
      </head>
      <body>
        {children}
        <Following />
      </body>
    </html>
  );
}

/** Pages follow what an author saves. Outside development nothing of it is left. */
async function Following() {
  if (process.env.NODE_ENV === 'development') {
    const { WhileWriting } = await import('@/components/lesson/while-writing');
    return <WhileWriting />;
  }
  return null;
}
