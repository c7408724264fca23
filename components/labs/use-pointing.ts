'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { Picked } from './lab-view';

/**
 * Pointing, by delegation: whatever carries `data-object` (and `data-byte`) is picked when it is hovered, tapped or focused.
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
  const element = target.closest('[data-object]');
  const object = Number(element?.getAttribute('data-object') ?? Number.NaN);
  if (!element || !Number.isInteger(object)) return null;
  const byte = element.getAttribute('data-byte');
  if (byte === null) return type === 'click' ? { object, byte: null } : null;
  if (type === 'pointerover' && element.hasAttribute('data-field')) return null;
  return { object, byte: Number(byte) };
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
