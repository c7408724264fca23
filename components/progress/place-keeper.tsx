'use client';

import { useEffect } from 'react';
import { keepLastPlace } from './last-place';
import { knownLearner } from './progress-store';
import { savePlace } from './save-place';

type Props = { lesson: string; title: string };

/** How long a heading must stay the one being read before it is the learner's place. */
const readingMs = 3_000;

/** Remembers the heading that is being read: in this browser, and on the server for who is known there. Draws nothing. */
export function PlaceKeeper({ lesson, title }: Props) {
  useEffect(() => {
    const headings = [...document.querySelectorAll<HTMLElement>('article :is(h2, h3)[id]')];
    let timer: ReturnType<typeof setTimeout>;
    let kept = '-';

    function keep() {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
      const reached = scrollY > 0 ? passed.at(-1) : undefined;
      const heading = reached?.id ?? '';
      if (heading === kept) return;
      kept = heading;
      keepLastPlace({ lesson, heading, title, headingText: reached?.textContent ?? '', at: new Date().toISOString() });
      if (knownLearner()) void savePlace({ lesson, heading });
    }

    // A heading's line passes: soon after, where one is has settled.
    const observer = new IntersectionObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, readingMs);
    });
    for (const heading of headings) observer.observe(heading);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      removeEventListener('pagehide', keep);
    };
  }, [lesson, title]);
  return null;
}
