import type { Reading } from '@/lib/quiz/answer';
import type { Kind } from '@/lib/quiz/public-kinds';

/** What a form needs to know of its kind: how its inputs are read, and whether they are an answer yet. */
export type KindReader = {
  fromForm(form: FormData): unknown;
  read(names: readonly string[], raw: object): Reading<unknown>;
};

/** Each kind in a chunk of its own: a page brings only the kinds that are asked on it. */
const readers: Record<Kind, () => Promise<KindReader>> = {
  'single-choice': () => import('@/lib/quiz/public-single-choice').then((it) => it.publicSingleChoice),
  'multiple-choice': () => import('@/lib/quiz/public-multiple-choice').then((it) => it.publicMultipleChoice),
  numeric: () => import('@/lib/quiz/public-numeric').then((it) => it.publicNumeric),
  ordering: () => import('@/lib/quiz/public-ordering').then((it) => it.publicOrdering),
  'short-text': () => import('@/lib/quiz/public-short-text').then((it) => it.publicShortText),
  'fill-in': () => import('@/lib/quiz/public-fill-in').then((it) => it.publicFillIn),
  written: () => import('@/lib/quiz/public-written').then((it) => it.publicWritten),
  matching: () => import('@/lib/quiz/public-matching').then((it) => it.publicMatching),
  categorising: () => import('@/lib/quiz/public-categorising').then((it) => it.publicCategorising),
  pointing: () => import('@/lib/quiz/public-pointing').then((it) => it.publicPointing),
  prediction: () => import('@/lib/quiz/public-prediction').then((it) => it.publicPrediction),
};

const loading = new Map<Kind, Promise<KindReader>>();

export function loadKind(kind: Kind): Promise<KindReader> {
  const known = loading.get(kind);
  if (known) return known;
  const reader = readers[kind]();
  loading.set(kind, reader);
  // A chunk that did not come is asked for again when it is needed.
  reader.catch(() => loading.delete(kind));
  return reader;
}
