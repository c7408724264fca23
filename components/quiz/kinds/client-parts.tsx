'use client';

import dynamic from 'next/dynamic';

/**
 * The parts of kinds that run in the browser, each in a chunk of its own: a page that can ask every kind brings only what it asks.
 * They are drawn on the server as anything else, and their chunks are named in the page.
 */
export const BlankBox = dynamic(() => import('../blank-box').then((it) => it.BlankBox));
export const BlankNote = dynamic(() => import('../blank-box').then((it) => it.BlankNote));
export const ByteRange = dynamic(() => import('../byte-range').then((it) => it.ByteRange));
export const OrderingList = dynamic(() => import('../ordering-list').then((it) => it.OrderingList));
export const WrittenAfter = dynamic(() => import('../written-after').then((it) => it.WrittenAfter));
