import type { Locale } from '@/lib/words/locale';
import { openHelp } from './shortcut-help';

/** Does what a key stands for. */
export function pressed(key: string, locale: Locale): void {
  if (key === '?') openHelp(locale);
  else if (key === 'j' || key === 'k') goToSection(key === 'j' ? 1 : -1);
  else turnPage(key === 'n' ? 'next' : 'prev');
}

/** To the next heading below the one that is being read, or to the one before it; the focus goes along. */
function goToSection(step: 1 | -1): void {
  // Back leads up to the title; on leads to what comes after it.
  const headings = [
    ...document.querySelectorAll<HTMLElement>(step > 0 ? 'main :is(h2, h3)' : 'main :is(h1, h2, h3)'),
  ].filter((it) => it.offsetParent !== null && !it.closest('nav, aside, form, section[aria-label]'));
  const line = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const tops = headings.map((it) => it.getBoundingClientRect().top - line);
  // From the heading that has the focus, where one has it; else from what stands at the top of the screen.
  const from = headings.findIndex((it) => it.matches(':focus'));
  const seen = step > 0 ? tops.findIndex((top) => top > 4) : tops.findLastIndex((top) => top < -4);
  const at = from < 0 ? seen : from + step;
  const heading = headings[at];
  if (!heading) return;
  heading.scrollIntoView({ block: 'start' });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  if (heading.id) history.replaceState(history.state, '', `#${heading.id}`);
}

function turnPage(rel: 'next' | 'prev'): void {
  document.querySelector<HTMLAnchorElement>(`main a[rel="${rel}"]`)?.click();
}
