import type { ReactNode } from 'react';
import places from '@/components/teach/class-page.module.css';
import { PageFrame } from '@/components/ui/page-frame';
import { SitePage } from '@/components/ui/site-page';
import { adminWords } from '@/lib/words/admin';
import type { Locale } from '@/lib/words/locale';
import { type AdminPlace, adminPlaces } from './admin-places';

type Props = {
  locale: Locale;
  place: AdminPlace;
  /** The page's address within the administration, `/people/…`; its own page is ''. */
  path: string;
  title?: string;
  lede?: ReactNode;
  children: ReactNode;
};

/** What stands around every page of the administration. */
export function AdminPage({ locale, place, path, title, lede, children }: Props) {
  const words = adminWords[locale];
  const home = `/${locale}/admin`;
  return (
    <SitePage locale={locale} path={`/admin${path}`} section="me">
      <PageFrame width="wide" eyebrow={words.administration} title={title ?? words.places[place]} lede={lede}>
        <nav className={places.places} aria-label={words.placesOf}>
          {adminPlaces.map(({ place: to, at }) => (
            <a key={to} href={`${home}${at}`} aria-current={to === place ? (path === at ? 'page' : 'true') : undefined}>
              {words.places[to]}
            </a>
          ))}
        </nav>
        {children}
      </PageFrame>
    </SitePage>
  );
}
