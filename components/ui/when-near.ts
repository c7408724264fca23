/**
 * Calls `now` when an element comes within `margin` of the screen, and when somebody reaches for it: by pointer, by touch, by Tab. It may be
 * called more than once. Returns what ends the listening.
 */
export function whenNear(element: Element, margin: string, now: () => void): () => void {
  const nearing = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && now(), {
    rootMargin: margin,
  });
  nearing.observe(element);
  const touches = ['pointerover', 'touchstart', 'focusin'] as const;
  for (const touch of touches) element.addEventListener(touch, now, { passive: true });
  return () => {
    nearing.disconnect();
    for (const touch of touches) element.removeEventListener(touch, now);
  };
}
