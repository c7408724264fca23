import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { locales } from '@/lib/words/locale';
import { LabStill } from '../lab-still';
import { engineOf } from '../lab-view';
import { openRun } from '../player-state';
import { toldOf } from '../told-of';
import { httpPresets } from './http-presets';
import { httpView } from './http-view';

describe.each(locales)('the HTTP lab in %s', (locale) => {
  it.each(httpPresets.map((preset) => [preset.id, preset] as const))('is drawn at the end of %s', (_id, preset) => {
    const { setup, seed, given, actions } = preset;
    const place = { view: httpView, id: 'lab', locale, title: 'x', setup, seed, given, actions };
    const html = renderToStaticMarkup(<LabStill {...place} at={actions.length} kind="free" />);
    expect(html).not.toMatch(/undefined|\[object Object\]|NaN/);
    const { frames } = openRun(engineOf(httpView, setup, seed, given), actions, actions.length);
    for (const frame of frames.slice(1)) {
      expect(httpView.why(frame, locale)).toBeTruthy();
      for (const sentence of toldOf(httpView, frame, locale)) expect(sentence).not.toMatch(/undefined|\[object|NaN/);
    }
  });
});
