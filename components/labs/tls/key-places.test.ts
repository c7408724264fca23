import { describe, expect, it } from 'vitest';
import { keyPlan, keySlots } from '@/lib/labs/tls/key-slots';
import { tlsPreset, tlsPresetIds } from '@/lib/labs/tls/presets';
import type { TlsState } from '@/lib/labs/tls/state';
import { tlsLab } from '@/lib/labs/tls/tls-lab';
import { arrowBetween, keyLayouts, type Place } from './key-places';

const ends: readonly (readonly [string, TlsState])[] = tlsPresetIds.map((id) => {
  const { setup, actions } = tlsPreset(id);
  return [id, actions.reduce((state, action) => tlsLab.step(state, action).state, tlsLab.start(setup, 1))];
});

function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

describe('the boxes of the key schedule', () => {
  it.each(ends)('%s: each value has one, inside the picture, and none lies over another', (_, state) => {
    const { places, columns, rows } = keyLayouts[keyPlan(state).version];
    const slots = keySlots(state);
    const boxes = slots.flatMap(({ name }) => places[name] ?? []);
    expect(boxes).toHaveLength(slots.length);
    for (const { x, y, w, h } of boxes) expect([x >= 0, y >= 0, x + w <= columns, y + h <= rows]).not.toContain(false);
    const over = boxes.filter((box, at) => boxes.some((other, place) => place !== at && overlap(box, other)));
    expect(over).toEqual([]);
  });

  it.each(ends)('%s: every arrow ends at the edge of its box', (_, state) => {
    const { places } = keyLayouts[keyPlan(state).version];
    for (const { name, known } of keySlots(state)) {
      const to = places[name];
      for (const from of known.client?.from ?? []) {
        const place = places[from];
        if (!to || !place || from === name) continue;
        const [x = 0, y = 0] = arrowBetween(place, to, 1).corners.at(-1) ?? [];
        const isOnEdge = x === to.x || x === to.x + to.w || y === to.y || y === to.y + to.h;
        expect([name, from, isOnEdge]).toEqual([name, from, true]);
      }
    }
  });
});
