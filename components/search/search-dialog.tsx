'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type Locale, languageTags } from '@/lib/words/locale';
import { searchWords } from '@/lib/words/search';
import { HitText } from './hit-text';
import styles from './search.module.css';
import { type FoundHere, foundHere, indexHere, textsOf } from './search-here';

const mostShown = 8;

let isOpen = false;

/** Opens search above the page. Where the focus was, it returns. */
export function openSearch(locale: Locale): void {
  if (isOpen) return;
  isOpen = true;
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const close = () => {
    isOpen = false;
    root.unmount();
    host.remove();
  };
  root.render(<SearchDialog locale={locale} onClose={close} />);
}

type Answer = FoundHere & { readonly query: string };

/** A combobox with a list: the focus stays in the field, the arrows choose (ARIA Authoring Practices, "Combobox"). */
function SearchDialog({ locale, onClose }: { locale: Locale; onClose: () => void }) {
  const words = searchWords[locale];
  const [query, setQuery] = useState('');
  const [answer, setAnswer] = useState<Answer>();
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(new Map());
  const [chosen, setChosen] = useState(-1);
  const [hasFailed, setFailed] = useState(false);
  const box = useRef<HTMLDialogElement>(null);
  const list = useId();
  const hits = answer?.hits ?? [];
  const fallback = `/${locale}/search?q=${encodeURIComponent(query)}`;

  useEffect(() => {
    box.current?.showModal();
    indexHere(locale).catch(() => setFailed(true));
  }, [locale]);

  useEffect(() => {
    const asked = query.trim();
    if (asked === '') return setAnswer(undefined);
    let isLate = false;
    foundHere(locale, asked, mostShown)
      .then(async (found) => {
        if (isLate) return;
        setFailed(false);
        setAnswer({ ...found, query: asked });
        setChosen(-1);
        const read = await textsOf(found);
        if (!isLate) setTexts(read);
      })
      .catch(() => !isLate && setFailed(true));
    return () => {
      isLate = true;
    };
  }, [query, locale]);

  useEffect(() => {
    if (chosen >= 0) document.getElementById(`${list}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, list]);

  function go(at: number) {
    const hit = hits[at];
    box.current?.close();
    location.assign(hit ? `/${answer?.locale ?? locale}${hit.address}` : fallback);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    // Enter that ends a composition chooses a character, not a result.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setChosen((now) => (now < 0 && step < 0 ? hits.length - 1 : (now + step + hits.length) % hits.length));
    } else if (event.key === 'Enter' && query.trim() !== '') {
      event.preventDefault();
      // What is on the list may belong to what was typed a moment ago.
      if (answer?.query === query.trim()) go(Math.max(chosen, 0));
      else location.assign(fallback);
    }
  }

  return (
    <dialog ref={box} className={styles.box} aria-label={words.title} onClose={onClose}>
      <div className={styles.ask}>
        <input
          type="text"
          inputMode="search"
          enterKeyHint="search"
          role="combobox"
          aria-label={words.label}
          aria-expanded={hits.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen >= 0 ? `${list}-${chosen}` : undefined}
          placeholder={words.placeholder}
          maxLength={100}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={press}
        />
        <button type="button" className={styles.close} aria-label={words.close} onClick={() => box.current?.close()}>
          ×
        </button>
      </div>
      <div
        id={list}
        role="listbox"
        tabIndex={-1}
        aria-label={words.results}
        className={styles.options}
        lang={languageTags[answer?.locale ?? locale]}
      >
        {hits.map((hit, at) => (
          <div
            key={hit.address}
            id={`${list}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className={styles.option}
            onPointerMove={() => setChosen(at)}
            onClick={() => go(at)}
            onKeyDown={() => {}}
          >
            <HitText hit={hit} text={texts.get(`${hit.group} ${hit.id}`)} />
          </div>
        ))}
      </div>
      <div className={styles.foot}>
        <p role="status">{statusOf(answer, locale, query, hasFailed)}</p>
        {hits.length > 0 ? <a href={fallback}>{words.all}</a> : <span className={styles.keys}>{words.keys}</span>}
      </div>
    </dialog>
  );
}

function statusOf(answer: Answer | undefined, locale: Locale, query: string, hasFailed: boolean): string {
  const words = searchWords[locale];
  if (hasFailed) return words.failed;
  if (query.trim() === '') return words.begin;
  if (!answer) return words.loading;
  if (answer.hits.length === 0) return words.nothing(answer.query);
  return answer.locale === locale ? words.found(answer.hits.length) : words.inOther;
}
