import type { Locale } from '@/lib/words/locale';
import { siteWords } from '@/lib/words/site';
import button from './button.module.css';

/** Where there is nothing yet: the way to where there is. */
export function ToPaths({ locale }: { locale: Locale }) {
  return (
    <p>
      <a className={button.button} href={`/${locale}`}>
        {siteWords[locale].toPaths}
      </a>
    </p>
  );
}
