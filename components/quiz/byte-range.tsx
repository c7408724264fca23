'use client';

import { type KeyboardEvent, type MouseEvent, use, useEffect, useRef, useState } from 'react';
import { readWhole } from '@/lib/quiz/public-whole';
import { pointingWords } from '@/lib/words/pointing';
import own from './kinds/pointing.module.css';
import styles from './quiz.module.css';
import { QuizContext, useRestored } from './quiz-context';

type Range = { from: number; to: number };
type Byte = { at: number; hex: string };

/**
 * Bytes to choose a range of: by tapping its first and its last byte, with the arrow keys (with Shift, the range grows), or by
 * writing both numbers. The two boxes are what the form hands in; the bytes above them fill them in.
 */
export function ByteRange({ anchor, dump }: { anchor: string; dump: string }) {
  const words = pointingWords[use(QuizContext).locale];
  const bytes = bytesOf(dump);
  const last = bytes.length - 1;
  const [range, setRange] = useState<Range>();
  /** The end that stays where it is while the other is chosen; undefined when the next tap begins anew. */
  const [fixed, setFixed] = useState<number>();
  const [here, setHere] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const from = useRef<HTMLInputElement>(null);
  const to = useRef<HTMLInputElement>(null);

  /** What was typed, also before this was awake, or was given back from a draft. */
  function reread() {
    setRange(rangeIn(from.current, to.current, last));
    setFixed(undefined);
  }
  useEffect(() => setRange(rangeIn(from.current, to.current, last)), [last]);
  useRestored('to', reread);

  function choose(one: number, other: number) {
    const chosen = { from: Math.min(one, other), to: Math.max(one, other) };
    setRange(chosen);
    if (from.current) from.current.value = String(chosen.from);
    if (to.current) to.current.value = String(chosen.to);
    // The form hears of it as of any change of an input.
    to.current?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function tap(event: MouseEvent, at: number) {
    const start = event.shiftKey ? (fixed ?? range?.from) : fixed;
    choose(start ?? at, at);
    setFixed(start === undefined ? at : undefined);
    setHere(at);
  }

  function press(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const options = list.current?.querySelectorAll<HTMLElement>('[role=option]') ?? [];
    const next = stepTo(event.key, here, last, () => columns(options));
    if (next === undefined) return;
    event.preventDefault();
    options[next]?.focus();
    setHere(next);
    if (!event.shiftKey) return;
    setFixed(undefined);
    choose(farEnd(range, here), next);
  }

  return (
    <>
      <div
        ref={list}
        className={own.dump}
        role="listbox"
        tabIndex={-1}
        aria-multiselectable="true"
        aria-label={words.bytes}
        onKeyDown={press}
      >
        {bytes.map(({ at, hex }) => (
          <button
            key={at}
            type="button"
            role="option"
            tabIndex={at === here ? 0 : -1}
            aria-selected={range !== undefined && range.from <= at && at <= range.to}
            aria-label={words.byte(at, hex)}
            data-row={at % 8 === 0 ? at : undefined}
            data-end={range?.from === at ? (range.to === at ? 'both' : 'from') : range?.to === at ? 'to' : undefined}
            onClick={(event) => tap(event, at)}
            onFocus={() => setHere(at)}
          >
            {hex}
          </button>
        ))}
      </div>
      <div className={own.ends}>
        <label htmlFor={`${anchor}-from`}>{words.firstByte}</label>
        <input ref={from} id={`${anchor}-from`} name="from" onInput={reread} {...numberBox} />
        <label htmlFor={`${anchor}-to`}>{words.lastByte}</label>
        <input ref={to} id={`${anchor}-to`} name="to" onInput={reread} {...numberBox} />
      </div>
      <p className={own.said} role="status">
        {range ? words.range(range.from, range.to, dumpOf(bytes, range)) : words.nothing}
        {range && fixed !== undefined && range.from === range.to && <span> {words.thenLast}</span>}
      </p>
    </>
  );
}

const numberBox = {
  className: styles.box,
  type: 'text',
  inputMode: 'numeric',
  autoComplete: 'off',
  maxLength: 8,
  required: true,
} as const;

function bytesOf(dump: string): Byte[] {
  return (dump.match(/../g) ?? []).map((hex, at) => ({ at, hex }));
}

function dumpOf(bytes: readonly Byte[], { from, to }: Range): string {
  return bytes
    .slice(from, to + 1)
    .map(({ hex }) => hex)
    .join(' ');
}

function rangeIn(from: HTMLInputElement | null, to: HTMLInputElement | null, last: number): Range | undefined {
  const [one, other] = [from, to].map((box) => readWhole(box?.value ?? ''));
  if (!one || !other || Number(one) > last || Number(other) > last) return undefined;
  return { from: Math.min(Number(one), Number(other)), to: Math.max(Number(one), Number(other)) };
}

/** A range grows at the end one stands on; elsewhere a new one begins. */
function farEnd(range: Range | undefined, here: number): number {
  if (range?.from === here) return range.to;
  return range?.to === here ? range.from : here;
}

/** As many bytes as stand in the first row, however wide the page is. */
function columns(options: ArrayLike<HTMLElement>): number {
  const tops = Array.from(options, ({ offsetTop }) => offsetTop);
  const second = tops.findIndex((top) => top !== tops[0]);
  return second === -1 ? tops.length : second;
}

/** Where a key leads from a byte; undefined for keys that lead nowhere. */
function stepTo(key: string, at: number, last: number, inRow: () => number): number | undefined {
  const to = target(key, at, last, inRow);
  if (to === undefined) return undefined;
  return to < 0 || to > last ? at : to;
}

function target(key: string, at: number, last: number, inRow: () => number): number | undefined {
  switch (key) {
    case 'ArrowLeft':
      return at - 1;
    case 'ArrowRight':
      return at + 1;
    case 'ArrowUp':
      return at - inRow();
    case 'ArrowDown':
      return at + inRow();
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
