import type { ReactNode } from 'react';
import { PageFrame } from '@/components/ui/page-frame';
import { SitePage } from '@/components/ui/site-page';
import { mayInClass } from '@/lib/access/class-access';
import type { ThisClass } from '@/lib/classes/this-class';
import type { Locale } from '@/lib/words/locale';
import { teachWords } from '@/lib/words/teach';
import styles from './class-page.module.css';
import { type ClassPlace, classPlaces } from './class-places';

type Props = {
  locale: Locale;
  seen: ThisClass;
  place: ClassPlace;
  /** The page's address within the class, `/gradebook/…`; the class's own page is ''. */
  path: string;
  /** The page's heading; without one the place's name stands there. */
  title?: string;
  lede?: ReactNode;
  children: ReactNode;
};

/** What stands around every staff page of a class: the class's name, the ways to its places, the page. */
export function ClassPage({ locale, seen, place, path, title, lede, children }: Props) {
  const words = teachWords[locale];
  const { classroom, role, session } = seen;
  const home = `/${locale}/teach/classes/${classroom.id}`;
  const may = classPlaces.filter(({ permission }) => mayInClass(session, role && { role }, permission));
  return (
    <SitePage locale={locale} path={`/teach/classes/${classroom.id}${path}`} section="teach">
      <PageFrame
        width="wide"
        eyebrow={
          <>
            <a href={`/${locale}/teach`}>{words.classes}</a>
            {place !== 'overview' && (
              <>
                {' · '}
                <a href={home} dir="auto">
                  {classroom.name}
                </a>
              </>
            )}
            {classroom.archivedAt && ` · ${words.archived}`}
          </>
        }
        title={place === 'overview' && !title ? classroom.name : (title ?? words.places[place])}
        lede={lede}
      >
        <nav className={styles.places} aria-label={words.placesOf(classroom.name)}>
          {may.map(({ place: to, at }) => (
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
