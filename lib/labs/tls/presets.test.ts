import { describe, expect, it } from 'vitest';
import { run } from '../replay';
import { whyOf } from './event';
import { isMet } from './goals';
import { landmark } from './landmark';
import { type TlsPresetId, tlsPreset, tlsPresetIds } from './presets';
import type { TlsState } from './state';
import { tlsLab } from './tls-lab';

function played(id: TlsPresetId): TlsState {
  const { setup, actions } = tlsPreset(id);
  const replay = run(tlsLab, { setup, seed: 1 }, actions);
  if (replay.kind !== 'replayed') throw new Error(`${replay.kind} ${replay.message}`);
  return replay.state;
}

const told: Readonly<Record<TlsPresetId, string>> = {
  'tls12-rsa': 'closed',
  'tls12-ecdhe': 'closed',
  'tls12-resumed': 'data',
  tls13: 'closed',
  'tls13-retry': 'data',
  'tls13-resumed': 'data',
  'browser-hello': 'connected',
  'flipped-byte': 'failed-bad_record_mac',
  'replayed-record': 'failed-bad_record_mac',
  expired: 'failed-certificate_expired',
  'unknown-ca': 'failed-unknown_ca',
  'other-name': 'failed-bad_certificate',
  'stripped-suite': 'failed-bad_record_mac',
  downgrade: 'failed-illegal_parameter',
  'swapped-random': 'failed-bad_record_mac',
  'no-common-suite': 'failed-handshake_failure',
};

describe('a preset', () => {
  it.each(tlsPresetIds)('%s does something with every action', (id) => {
    const { setup, actions } = tlsPreset(id);
    let state = tlsLab.start(setup, 1);
    const idle = actions.flatMap((action, place) => {
      const transition = tlsLab.step(state, action);
      state = transition.state;
      const why = whyOf(transition.events);
      return why?.code === 'no-deed' ? [`${place} ${action.kind}: ${why.reason}`] : [];
    });
    expect(idle).toEqual([]);
  });

  it.each(tlsPresetIds)('%s ends as its name says, with nothing left under way', (id) => {
    const state = played(id);
    expect(landmark(state)).toBe(told[id]);
    expect(state.wire).toEqual([]);
  });

  it.each(tlsPresetIds)('%s replays to the same bytes', (id) => {
    const bytes = (state: TlsState) => state.records.map((record) => Buffer.from(record.bytes).toString('hex'));
    expect(bytes(played(id))).toEqual(bytes(played(id)));
  });

  it.each(['tls12-resumed', 'tls13-resumed'] as const)('%s takes up its session', (id) => {
    expect(isMet({ kind: 'resumed' }, played(id))).toBe(true);
  });

  it('tls13-retry is asked for another share', () => {
    expect(isMet({ kind: 'retried' }, played('tls13-retry'))).toBe(true);
  });

  it('swapped-random fails where Finished should be read', () => {
    expect(isMet({ kind: 'finished-failed' }, played('swapped-random'))).toBe(true);
  });
});
