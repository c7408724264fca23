import type { Localized } from '@/lib/words/locale';
import type { Reading } from './answer';
import { readLine } from './public-text';

export type PublicShortText = {
  kind: 'short-text';
  prompt: Localized;
  /** Capitals count: said beside the box. */
  exactCase?: true;
};

/** As it was typed: what counts is decided when it is graded. */
export type ShortTextResponse = { text: string };

export const publicShortText = {
  names: (_question: PublicShortText): readonly string[] => [],

  fromForm(form: FormData): unknown {
    return { text: form.get('text') ?? '' };
  },

  read(_names: readonly string[], raw: object): Reading<ShortTextResponse> {
    const line = readLine('text' in raw ? raw.text : '', 'response.text');
    return line.kind === 'complete' ? { kind: 'complete', response: { text: line.response } } : line;
  },

  rename(response: ShortTextResponse): ShortTextResponse {
    return response;
  },
};
