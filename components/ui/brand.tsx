import type { Site } from '@/lib/curriculum/lesson';
import { inLocale, type Locale } from '@/lib/words/locale';
import { BrandMark } from './brand-mark';

/** The installation's own mark and name, or ours. A logo is shown as a picture, so that nothing in it can run. */
export function Brand({ site, locale }: { site: Site; locale: Locale }) {
  return (
    <>
      {site.logo ? (
        <img src={`data:image/svg+xml,${encodeURIComponent(site.logo)}`} alt="" width="22" height="22" />
      ) : (
        <BrandMark />
      )}
      {inLocale(site.name, locale)}
    </>
  );
}
