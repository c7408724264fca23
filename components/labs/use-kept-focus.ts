'use client';
import { type RefObject, useEffect, useRef } from 'react';

/** What had the focus, and its place among the controls of each part of the lab around it, from the inside out. */
type Held = { element: HTMLElement; around: readonly { part: Element; place: number }[] };

/** Always there. */
const stepButton = `[data-press='{"kind":"step"}']`;

/**
 * A step may take away the very button that was pressed: that of a segment which has arrived, or a form which begins anew. Its focus then goes to
 * what stands in its place, so that nobody who works without a pointer is thrown out of the lab.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>) {
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const lab = root.current;
    if (!lab) return;
    const remember = ({ target }: FocusEvent) => {
      held.current = target instanceof HTMLElement ? { element: target, around: partsAround(target, lab) } : null;
    };
    // Who leaves the control by themselves is not to be called back: it is still there a moment later.
    const forget = ({ target }: FocusEvent) =>
      queueMicrotask(() => {
        if (held.current?.element === target && held.current?.element.isConnected) held.current = null;
      });
    lab.addEventListener('focusin', remember);
    lab.addEventListener('focusout', forget);
    return () => {
      lab.removeEventListener('focusin', remember);
      lab.removeEventListener('focusout', forget);
    };
  }, [root]);
  useEffect(() => {
    if (!held.current || held.current.element.isConnected) return;
    const { around } = held.current;
    held.current = null;
    if (document.activeElement !== document.body) return;
    const next = successor(around) ?? root.current?.querySelector<HTMLElement>(stepButton);
    next?.focus({ preventScroll: true });
  });
}

function partsAround(element: HTMLElement, lab: Element): Held['around'] {
  const around: { part: Element; place: number }[] = [];
  for (let part = element.parentElement; part && part !== lab; part = part.parentElement)
    around.push({ part, place: controlsIn(part).indexOf(element) });
  return around;
}

/** In the nearest part that is still there and has any: the control at the same place, or the last. */
function successor(around: Held['around']): HTMLElement | undefined {
  for (const { part, place } of around) {
    const controls = part.isConnected ? controlsIn(part) : [];
    const next = controls[place] ?? controls.at(-1);
    if (next) return next;
  }
  return undefined;
}

function controlsIn(part: Element): HTMLElement[] {
  const controls = part.querySelectorAll<HTMLElement>('button, input, select, summary');
  return [...controls].filter((control) => control.tabIndex >= 0 && !control.matches(':disabled'));
}
