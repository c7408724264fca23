'use client';

import { useEffect, useState } from 'react';
import button from '@/components/ui/button.module.css';
import { Notice } from '@/components/ui/notice';
import { ToPaths } from '@/components/ui/to-paths';
import type { OfflineList } from '@/lib/offline/offline-list';
import { inLocale, type Locale, languageNames, languageTags } from '@/lib/words/locale';
import { offlineWords } from '@/lib/words/offline';
import { canSave } from './can-save';
import { CopyPanel } from './copy-panel';
import styles from './offline.module.css';
import { begunCopies, savedCopies } from './saved-copies';
import { sizeText } from './size-text';

type Listed =
  | { readonly kind: 'checking' }
  | { readonly kind: 'impossible'; readonly why: 'insecure' | 'browser' }
  | { readonly kind: 'listed'; readonly lists: readonly OfflineList[]; readonly used: number };

/** Everything that is saved on this device, with what can be done about it. */
export function SavedList({ locale }: { locale: Locale }) {
  const words = offlineWords[locale];
  const [listed, setListed] = useState<Listed>({ kind: 'checking' });
  const isOnline = useOnline();

  useEffect(() => {
    void readLists().then(setListed);
  }, []);

  if (listed.kind === 'checking') return <p className={styles.quiet}>{words.checking}</p>;
  if (listed.kind === 'impossible') return <Notice>{words[listed.why]}</Notice>;
  const { lists, used } = listed;
  const isEmpty = lists.length === 0;
  return (
    <>
      {isInstead(locale) ? (
        <Notice>
          <p>{words.instead}</p>
          <button type="button" className={button.button} onClick={() => location.reload()}>
            {words.askAgain}
          </button>
        </Notice>
      ) : (
        !isOnline && <Notice>{isEmpty ? words.networkGoneNone : words.networkGone}</Notice>
      )}
      {isEmpty && isOnline && (
        <Notice kind="empty" title={words.none}>
          <p>{words.noneHow}</p>
          <ToPaths locale={locale} />
        </Notice>
      )}
      {lists.map((list) => (
        <SavedPath key={`${list.locale}/${list.path}`} list={list} locale={locale} />
      ))}
      {!isEmpty && used > 0 && <p className={styles.quiet}>{words.used(sizeText(used, locale))}</p>}
    </>
  );
}

function SavedPath({ list, locale }: { list: OfflineList; locale: Locale }) {
  const words = offlineWords[locale];
  const title = inLocale(list.title, list.locale);
  const lang = languageTags[list.locale];
  return (
    <section className={styles.saved}>
      <h2 className={styles.heading}>
        <a href={`/${list.locale}/paths/${list.path}`} lang={lang}>
          {title}
        </a>
        {list.locale !== locale && (
          <small className={styles.quiet}> {words.languageOf(languageNames[list.locale])}</small>
        )}
      </h2>
      <ul className={styles.lessons} lang={lang}>
        {list.lessons.map((lesson) => (
          <li key={lesson.address}>
            <a href={lesson.address}>{lesson.title}</a>
          </li>
        ))}
      </ul>
      <CopyPanel locale={locale} path={list.path} copyLocale={list.locale} title={title} />
    </section>
  );
}

/** The worker shows this page in place of one that is not kept, under the address that was asked for. */
function isInstead(locale: Locale): boolean {
  return location.pathname.replace(/\/$/, '') !== `/${locale}/offline`;
}

async function readLists(): Promise<Listed> {
  const possible = await canSave();
  if (possible !== 'yes') return { kind: 'impossible', why: possible };
  const [copies, begun] = await Promise.all([savedCopies(), begunCopies()]);
  const whole = copies.map(({ list }) => list);
  // A newer version that was begun belongs to the copy it will replace.
  const fresh = begun.filter((one) => !whole.some(({ locale, path }) => locale === one.locale && path === one.path));
  const lists = [...whole, ...fresh];
  return { kind: 'listed', lists, used: whole.reduce((total, { stored }) => total + stored, 0) };
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(true);
  useEffect(() => {
    const hear = () => setOnline(navigator.onLine);
    hear();
    addEventListener('online', hear);
    addEventListener('offline', hear);
    return () => {
      removeEventListener('online', hear);
      removeEventListener('offline', hear);
    };
  }, []);
  return isOnline;
}
