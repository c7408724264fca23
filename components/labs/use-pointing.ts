'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { Picked } from './lab-view';

/**
 * Pointing, by delegation: what carries `data-byte`, within `data-bytes-of`, is picked when it is hovered, tapped or focused; what carries
 * `data-object`, when it is clicked.
 * Arrow keys on a byte go to its neighbours.
 */
export function usePointing(root: RefObject<HTMLElement | null>, pick: (picked: Picked) => void) {
  const pickNow = useRef(pick);
  useEffect(() => {
    pickNow.current = pick;
  });
  useEffect(() => {
    const lab = root.current;
    if (!lab) return;
    const point = (event: Event) => {
      const picked = pickedIn(event.target, event.type);
      if (picked) pickNow.current(picked);
    };
    const types = ['click', 'pointerover', 'focusin'] as const;
    for (const type of types) lab.addEventListener(type, point);
    lab.addEventListener('keydown', walk);
    return () => {
      for (const type of types) lab.removeEventListener(type, point);
      lab.removeEventListener('keydown', walk);
    };
  }, [root]);
}

/** Hovering chooses a byte; an object as a whole (an arrow) wants a click, or the bytes would change on every way across. */
function pickedIn(target: EventTarget | null, type: string): Picked | null {
  if (!(target instanceof Element)) return null;
  const byte = target.closest('[data-byte]');
  if (!byte) {
    const object = numberIn(target, 'data-object');
    return object !== null && type === 'click' ? { object, byte: null } : null;
  }
  if (type === 'pointerover' && byte.hasAttribute('data-field')) return null;
  const object = numberIn(byte, 'data-bytes-of');
  return object === null ? null : { object, byte: Number(byte.getAttribute('data-byte')) };
}

/** Written once around many bytes, not on each: a step would have to write it anew on all of them. */
function numberIn(element: Element, attribute: string): number | null {
  const number = Number(element.closest(`[${attribute}]`)?.getAttribute(attribute) ?? Number.NaN);
  return Number.isInteger(number) ? number : null;
}

function walk(event: KeyboardEvent) {
  const byte = event.target instanceof HTMLElement ? event.target : null;
  if (!byte?.matches('[data-byte]:not([data-field])') || !byte.parentElement) return;
  const bytes = [...byte.parentElement.querySelectorAll<HTMLElement>('[data-byte]')];
  const at = bytes.indexOf(byte);
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns(bytes),
    ArrowDown: columns(bytes),
    Home: -at,
    End: bytes.length - 1 - at,
  };
  const step = steps[event.key];
  if (step === undefined) return;
  event.preventDefault();
  bytes[at + step]?.focus();
}

/** How many bytes stand in a row, as they are laid out. */
function columns(bytes: readonly HTMLElement[]): number {
  const next = bytes.findIndex((byte) => byte.offsetTop > (bytes[0]?.offsetTop ?? 0));
  return next === -1 ? bytes.length : next;
}
