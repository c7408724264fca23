import type { ReactNode } from 'react';
import { homeWords } from '@/lib/words/home';
import type { Locale } from '@/lib/words/locale';
import { HandshakePicture } from './handshake-picture';
import styles from './hero.module.css';

type Props = { locale: Locale; tagline: string; children: ReactNode };

/** What this is, in one sentence; the way in (`children`); and a picture of what happens here. */
export function Hero({ locale, tagline, children }: Props) {
  const words = homeWords[locale];
  return (
    <section className={styles.hero}>
      <div>
        <h1>{tagline}</h1>
        <p className={styles.lede}>{words.lede}</p>
        {children}
      </div>
      <HandshakePicture locale={locale} />
    </section>
  );
}
