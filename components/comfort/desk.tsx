'use client';

import { useEffect } from 'react';
import type { Locale } from '@/lib/words/locale';
import { areKeysOn } from './keys-setting';

/**
 * Hears the keys and buttons that lead to search, to the list of shortcuts and to one's notes, on every page. What they open is loaded when
 * it is opened: this is all that a page carries of it.
 */
export function Desk({ locale }: { locale: Locale }) {
  useEffect(() => {
    const search = () =>
      import('@/components/search/search-dialog').then(
        (it) => it.openSearch(locale),
        () => location.assign(`/${locale}/search`),
      );
    const notes = () => import('@/components/notes/open-notes').then((it) => it.openNotes(locale));

    const hasNotes = document.querySelector('[data-notes]') !== null;

    function press(event: KeyboardEvent) {
      const { key, target } = event;
      if (event.defaultPrevented || event.isComposing || event.keyCode === 229 || event.altKey) return;
      if (document.querySelector('dialog[open]')) return;
      const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (isCommand && key.toLowerCase() === 'k') {
        event.preventDefault();
        return void search();
      }
      if (event.ctrlKey || event.metaKey || !/^[/?jknph]$/.test(key) || !areKeysOn()) return;
      // A field has its own use for every key.
      const inside = target instanceof Element ? target : document.body;
      if (inside.closest('input, textarea, select, [contenteditable]')) return;
      event.preventDefault();
      if (key === '/') void search();
      else if (key === 'h') void (hasNotes && notes().then((it) => it.highlight()));
      else void import('./shortcuts').then((it) => it.pressed(key, locale));
    }

    function click(event: MouseEvent) {
      const found =
        event.target instanceof Element &&
        event.target.closest<HTMLElement>('[data-search], [data-shortcuts], [data-notes]');
      if (!found || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const { dataset } = found;
      if (dataset.search !== undefined) void search();
      else if (dataset.notes === undefined) void import('./shortcuts').then((it) => it.pressed('?', locale));
      else void notes().then((it) => it.openHeading(dataset.notes ?? ''));
    }

    const select = () => getSelection()?.type === 'Range' && void notes().then((it) => it.offer());

    const asked = new URLSearchParams(location.search).get('q');
    if (asked && !location.pathname.endsWith('/search'))
      void import('@/components/search/show-found').then((it) => it.showFound(asked));
    // Whoever has been here before may have notes to show; nobody else waits for them.
    if (hasNotes && wasHere()) void notes();

    addEventListener('keydown', press);
    addEventListener('click', click);
    if (hasNotes) document.addEventListener('selectionchange', select);
    // What only works from here on is shown from here on.
    document.documentElement.dataset.desk = '';
    return () => {
      delete document.documentElement.dataset.desk;
      removeEventListener('keydown', press);
      removeEventListener('click', click);
      document.removeEventListener('selectionchange', select);
    };
  }, [locale]);
  return null;
}

function wasHere(): boolean {
  try {
    return Object.keys(localStorage).some((key) => /^handrail\.(learner$|notes\.)/.test(key));
  } catch {
    return false;
  }
}
