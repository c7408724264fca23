'use client';

import { useEffect } from 'react';
import type { ProgressSummary } from '@/lib/progress/progress';
import { inLocale, type Locale } from '@/lib/words/locale';
import { progressWords } from '@/lib/words/progress';
import { lastPlace } from './last-place';
import { onProgress } from './progress-store';

/**
 * Fills in, on pages that are the same for everyone, what is known of this learner: their name in the header, the stations they have
 * passed, the card that leads on. The server draws each of these neutral and in its final size. Draws nothing itself.
 */
export function ProgressIsland({ locale }: { locale: Locale }) {
  useEffect(() => {
    showContinue(null, locale);
    void sendWhatWaits();
    return onProgress((progress) => {
      showLearner(progress, locale);
      showRoles(progress);
      showLessons(progress, locale);
      showContinue(progress, locale);
      showDue(progress);
      showCertificates(progress, locale);
      showObjectives(progress, locale);
    });
  }, [locale]);
  return null;
}

/** Answers that an earlier visit could not send go out from whatever page is opened next. */
async function sendWhatWaits(): Promise<void> {
  try {
    if (localStorage.getItem('handrail.waiting')) (await import('@/components/quiz/send-answer')).drain();
  } catch {
    // No storage, or no connection: they wait for the next page.
  }
}

function showLearner(progress: ProgressSummary | null, locale: Locale): void {
  if (!progress || progress.learner.guest) return;
  for (const link of all('a[data-learner]')) {
    link.textContent = progress.learner.name || progressWords[locale].account;
    link.setAttribute('href', `/${locale}/account`);
  }
}

/** The ways to what is set to them, and to what they teach. */
function showRoles(progress: ProgressSummary | null): void {
  for (const role of ['teaches', 'inClass'] as const)
    for (const link of all(`[data-for=${role}]`)) link.hidden = !progress?.[role];
}

function showLessons(progress: ProgressSummary | null, locale: Locale): void {
  for (const station of all('[data-lesson]')) {
    const lesson = progress?.lessons[station.dataset.lesson ?? ''];
    station.toggleAttribute('data-done', lesson?.complete === true);
    if (lesson && lesson.of > 0) station.title = progressWords[locale].checks(lesson.done, lesson.of);
  }
}

/** The way to a certificate that was earned. */
function showCertificates(progress: ProgressSummary | null, locale: Locale): void {
  for (const link of all('a[data-certificate]')) {
    const earned = progress?.certificates?.[link.dataset.certificate ?? ''];
    link.hidden = !earned;
    link.setAttribute('href', `/${locale}/certificates${earned === 'ready' ? '' : `/${earned}`}`);
  }
}

/** How much is due for review; nothing is said while nothing is. */
function showDue(progress: ProgressSummary | null): void {
  for (const count of all('[data-due]')) {
    const number = count.firstElementChild;
    if (number) number.textContent = String(progress?.due ?? '');
    count.hidden = !progress?.due;
  }
}

/** On a path's page, beside each objective: mastered, or weak and why. */
function showObjectives(progress: ProgressSummary | null, locale: Locale): void {
  const words = progressWords[locale];
  for (const place of all('[data-objective]')) {
    const [lesson = '', objective = ''] = (place.dataset.objective ?? '').split('#');
    const known = progress?.lessons[lesson];
    const weak = known?.weak[objective];
    place.textContent = known?.mastered.includes(objective) ? words.mastered : weak ? words.weak(...weak) : '';
  }
}

/** What the server remembers, or, where that is older or nothing, what this browser does. */
function showContinue(progress: ProgressSummary | null, locale: Locale): void {
  const told = progress?.continue;
  const kept = lastPlace();
  const isKeptNewer = kept && (!told || kept.at > told.at) && !progress?.lessons[kept.lesson]?.complete;
  const place = isKeptNewer
    ? kept
    : told && { ...told, title: inLocale(told.title, locale), headingText: inLocale(told.headingText, locale) };
  if (!place) return;
  for (const card of all('a[data-continue]')) {
    card.setAttribute('href', `/${locale}/learn/${place.lesson}${place.heading && `#${place.heading}`}`);
    const [small, title] = [card.querySelector('small'), card.querySelector('b')];
    if (small) small.textContent = progressWords[locale].goOn;
    if (title)
      title.textContent = place.headingText ? progressWords[locale].place(place.title, place.headingText) : place.title;
  }
}

function all(selector: string): NodeListOf<HTMLElement> {
  return document.querySelectorAll<HTMLElement>(selector);
}
