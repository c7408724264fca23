'use client';

import { type ComponentProps, lazy } from 'react';

/**
 * The parts of rarer kinds that run in the browser, each in a chunk of its own: a page that can ask every kind brings only what it
 * asks. They are drawn on the server as anything else. `next/dynamic` would do the same and bring 2 KB to every page.
 *
 * Each is a function around the lazy one: what a page names of a client file is lazy itself, and React refuses a lazy one that
 * resolves to another (error 306).
 */
const LazyBlankBox = lazy(() => import('../blank-box').then((it) => ({ default: it.BlankBox })));
const LazyBlankNote = lazy(() => import('../blank-box').then((it) => ({ default: it.BlankNote })));
const LazyByteRange = lazy(() => import('../byte-range').then((it) => ({ default: it.ByteRange })));
const LazyWrittenAfter = lazy(() => import('../written-after').then((it) => ({ default: it.WrittenAfter })));

export function BlankBox(props: ComponentProps<typeof LazyBlankBox>) {
  return <LazyBlankBox {...props} />;
}

export function BlankNote(props: ComponentProps<typeof LazyBlankNote>) {
  return <LazyBlankNote {...props} />;
}

export function ByteRange(props: ComponentProps<typeof LazyByteRange>) {
  return <LazyByteRange {...props} />;
}

export function WrittenAfter(props: ComponentProps<typeof LazyWrittenAfter>) {
  return <LazyWrittenAfter {...props} />;
}
