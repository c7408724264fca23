import type { Locale } from '@/lib/words/locale';
import { troubleWords } from '@/lib/words/trouble';
import { BrokenRail } from './broken-rail';
import button from './button.module.css';
import { PageFrame } from './page-frame';
import { SitePage } from './site-page';
import styles from './trouble-page.module.css';

/** What the front door sends when there is no page, or when one could not be made. Static, so that it can be sent when all else fails. */
export function TroublePage({ locale, kind }: { locale: Locale; kind: 'notFound' | 'failed' }) {
  const words = troubleWords[locale];
  return (
    <SitePage locale={locale} path="">
      <PageFrame title={words[`${kind}Title`]} lede={words[kind]} eyebrow={kind === 'notFound' ? '404' : '500'}>
        <BrokenRail />
        <p className={styles.ways}>
          <a className={`${button.button} ${button.primary}`} href={`/${locale}#paths`}>
            {words.home}
          </a>
          <a className={button.button} href={`/${locale}/labs`}>
            {words.labs}
          </a>
        </p>
      </PageFrame>
    </SitePage>
  );
}
