'use client';

import { lazy } from 'react';

/**
 * The parts of rarer kinds that run in the browser, each in a chunk of its own: a page that can ask every kind brings only what it
 * asks. They are drawn on the server as anything else. `next/dynamic` would do the same and bring 2 KB to every page.
 */
export const BlankBox = lazy(() => import('../blank-box').then((it) => ({ default: it.BlankBox })));
export const BlankNote = lazy(() => import('../blank-box').then((it) => ({ default: it.BlankNote })));
export const ByteRange = lazy(() => import('../byte-range').then((it) => ({ default: it.ByteRange })));
export const WrittenAfter = lazy(() => import('../written-after').then((it) => ({ default: it.WrittenAfter })));
