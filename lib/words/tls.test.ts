import { describe, expect, it } from 'vitest';
import type { ByteField } from '@/lib/labs/byte-map';
import { extensionTypes } from '@/lib/labs/tls/code-points';
import { whyOf } from '@/lib/labs/tls/event';
import { keySlots } from '@/lib/labs/tls/key-slots';
import { tlsPreset, tlsPresetIds } from '@/lib/labs/tls/presets';
import { contextOf, mapOfRecord, mapOfText } from '@/lib/labs/tls/record-map';
import { tlsLab } from '@/lib/labs/tls/tls-lab';
import { derivations, valueNames } from '@/lib/labs/tls/value';
import { tlsAlert as alertEn } from './en/tls-alert';
import { tlsWords } from './tls';
import { tlsFieldWords } from './tls-field';
import { tlsKeyWords } from './tls-keys';
import { tlsViewWords } from './tls-view';
import { tlsAlert as alertZh } from './zh/tls-alert';

/** What every preset shows: its fields, on the wire and opened, and what is said of each step. */
const shown = tlsPresetIds.map((id) => {
  const { setup, actions } = tlsPreset(id);
  let state = tlsLab.start(setup, 1);
  const events = actions.map((action) => {
    const step = tlsLab.step(state, action);
    state = step.state;
    return step.events;
  });
  const fields = state.records.flatMap((record): readonly ByteField[] => {
    const context = contextOf(state, record.connection);
    return [...mapOfRecord(record, context), ...mapOfText(record, context)];
  });
  return { id, state, events, fields };
});

const ends = /(\.(length|list|extension))+$/;
const spaced = /\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Script=Han}|\p{Script=Han}[,;:!?]/u;

describe.each(['en', 'zh'] as const)('the words of the TLS lab in %s', (locale) => {
  const { fields: named, name } = tlsFieldWords[locale];

  it('name every field of every record and message, on the wire and opened', () => {
    const met = new Set(shown.flatMap(({ fields }) => fields.map(({ field }) => field)));
    expect(met.size).toBeGreaterThan(60);
    expect([...met].filter((field) => !(field in named) && !(field.replace(ends, '') in named))).toEqual([]);
    for (const field of met) expect(name(field)).not.toMatch(/tls\.|_/);
  });

  it('name every extension that a hello may hold', () => {
    const unnamed = Object.keys(extensionTypes).filter((extension) => !(`tls.${extension}` in named));
    expect(unnamed).toEqual([]);
  });

  it('say why of every step, and one sentence of every happening', () => {
    const words = tlsWords[locale];
    for (const { events } of shown) {
      for (const step of events) {
        const why = whyOf(step);
        expect(why && words.why(why)).toMatch(/[.。]$/);
        for (const event of step) expect(words.event(event, (record) => `record ${record}`)).toMatch(/[.。]$/);
      }
    }
  });

  it('tell of every value of the key schedule what it is, and of every derivation without a formula how it came', () => {
    const words = tlsKeyWords[locale];
    for (const value of valueNames) expect(words.about[value]).toMatch(/[.。]$/);
    const bare = shown.flatMap(({ state }) => keySlots(state).flatMap(({ known }) => [known.client, known.server]));
    const uncomputed = derivations.filter((by) => ['drawn', 'received', 'opened', 'kept', 'zeros'].includes(by));
    for (const by of uncomputed) expect(words.by[by]).toBeTruthy();
    expect(bare.some((value) => value?.by === 'opened')).toBe(true);
  });
});

it('are the same keys in both languages', () => {
  expect(Object.keys(alertZh)).toEqual(Object.keys(alertEn));
  expect(Object.keys(tlsFieldWords.zh.fields).sort()).toEqual(Object.keys(tlsFieldWords.en.fields).sort());
});

it('are in Chinese without spaces between Han and Latin, and with full-width marks', () => {
  const words = tlsWords.zh;
  const texts = [
    ...Object.values(tlsKeyWords.zh.about),
    ...Object.values(alertZh),
    ...Object.values(tlsFieldWords.zh.fields).flat(),
    ...Object.values(tlsViewWords.zh).filter((text) => typeof text === 'string'),
    ...shown.flatMap(({ events }) =>
      events.flatMap((step) => step.map((event) => words.event(event, () => '一条记录'))),
    ),
  ];
  expect(texts.filter((text) => text !== undefined && spaced.test(text))).toEqual([]);
});
