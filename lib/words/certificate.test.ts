import { describe, expect, it } from 'vitest';
import { browserErrors } from '@/lib/labs/certificate/browser-error';
import { certificateMap } from '@/lib/labs/certificate/certificate-map';
import { checkNames, reasonCodes } from '@/lib/labs/certificate/check';
import { hindrances } from '@/lib/labs/certificate/event';
import { certificateSetupSchema } from '@/lib/labs/certificate/setup';
import { listsOf, madeOf, madeRequestOf, start } from '@/lib/labs/certificate/state';
import { worlds } from '@/lib/labs/certificate/worlds';
import { certificateFieldWords } from './certificate-field';
import { certificateFileWords } from './certificate-file';
import { certificateLabWords } from './certificate-lab';
import { certificateViewWords } from './certificate-view';

describe.each(['en', 'zh'] as const)('the words of certificates in %s', (locale) => {
  const said = certificateLabWords[locale];

  it('name every field of every world’s certificates, requests and lists', () => {
    const names = new Set(Object.keys(certificateFieldWords[locale].names));
    for (const world of Object.values(worlds)) {
      const state = start(certificateSetupSchema.parse(world), 1);
      const maps = [
        ...state.certificates.map(({ id }) => certificateMap(madeOf(state, id)?.bytes ?? new Uint8Array(0))),
        ...state.requests.map(({ id }) =>
          certificateMap(madeRequestOf(state, id)?.bytes ?? new Uint8Array(0), 'certificationRequest'),
        ),
        ...listsOf(state).map(({ bytes }) => certificateMap(bytes, 'revocationList')),
      ];
      const steps = maps.flat().map(({ field }) => field.split('~')[0]?.split('/').at(-1)?.split('.')[0] ?? '');
      expect([...new Set(steps)].filter((step) => !names.has(step))).toEqual([]);
    }
  });

  it('have a sentence for every reason, error and hindrance, with its detail in it', () => {
    for (const reason of reasonCodes) expect(said.reasons[reason]('1 2').length).toBeGreaterThan(5);
    for (const error of browserErrors) expect(said.browser[error].length).toBeGreaterThan(3);
    for (const check of checkNames) expect(said.checks[check].asks).toMatch(/[?？]$/);
    for (const why of hindrances) {
      expect(said.event({ kind: 'hindered', why, what: 'that' }).length).toBeGreaterThan(3);
    }
  });
});

it('of Chinese are without spaces between Han and Latin, and with full-width marks', () => {
  const zh = certificateLabWords.zh;
  const texts = [
    ...reasonCodes.map((reason) => zh.reasons[reason]('A')),
    ...hindrances.map((why) => zh.event({ kind: 'hindered', why, what: 'A' })),
    ...Object.values(zh.checks).flatMap(({ name, asks }) => [name, asks]),
    ...textsIn(certificateFileWords.zh),
    ...textsIn(certificateViewWords.zh),
  ];
  for (const text of texts) {
    expect(text).not.toMatch(/\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Script=Han}/u);
    expect(text).not.toMatch(/\p{Script=Han}[,;:!?]/u);
  }
});

/** Every text of some words that is written out, however deep. */
function textsIn(words: object): string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? textsIn(value) : [];
  });
}
