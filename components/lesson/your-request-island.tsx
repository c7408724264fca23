'use client';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { whenNear } from '@/components/ui/when-near';
import type { Locale } from '@/lib/words/locale';
import styles from './your-request.module.css';

type Texts = Readonly<Record<'title' | 'before' | 'byHand', string>>;
type Props = { locale: Locale; texts: Texts };

/** The address at which anyone is shown the request they sent. */
const ECHO = '/api/labs/http/echo';

/** The box before anything was sent, which is also all there is without scripts: a link sends the request as well. */
export function YourRequestIsland({ locale, texts }: Props) {
  const root = useRef<HTMLElement>(null);
  const [View, setView] = useState<ComponentType<{ locale: Locale; address: string }> | null>(null);
  useEffect(() => {
    const box = root.current;
    if (!box) return;
    let asked = false;
    const load = () => {
      if (asked) return;
      asked = true;
      import('./your-request-view').then(
        ({ YourRequestView }) => setView(() => YourRequestView),
        // The link goes on working; whoever reaches for the box again has it try once more.
        () => {
          asked = false;
        },
      );
    };
    return whenNear(box, '300px', load);
  }, []);
  return (
    <section ref={root} className={styles.box} aria-label={texts.title}>
      <p className={styles.title}>{texts.title}</p>
      {View ? (
        <View locale={locale} address={ECHO} />
      ) : (
        <div className={styles.before}>
          <p>{texts.before}</p>
          <p>
            <a href={ECHO}>{texts.byHand}</a>
          </p>
        </div>
      )}
    </section>
  );
}
