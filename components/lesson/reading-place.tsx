'use client';
import { useEffect } from 'react';

/** Marks, in the contents of the page, the section one is reading. Draws nothing itself. */
export function ReadingPlace() {
  useEffect(() => {
    const links = new Map<string, HTMLAnchorElement>();
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-contents] a'))
      links.set(link.hash.slice(1), link);
    const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
    const mark = () => {
      // The last heading above the middle of the upper half: what the eye is on, not what has only just come into sight.
      const line = window.innerHeight * 0.3;
      const at = headings.findLast((heading) => heading.getBoundingClientRect().top < line);
      for (const [id, link] of links) {
        if (id === at?.id) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    };
    // Headings that cross the line are the only moments at which the answer changes.
    const crossing = new IntersectionObserver(mark, { rootMargin: '0px 0px -70% 0px' });
    for (const heading of headings) crossing.observe(heading);
    return () => crossing.disconnect();
  }, []);
  return null;
}
