import { describe, expect, it } from 'vitest';
import { readSegmentForm } from './segment-fields';

const plain = { to: 'server', seq: '1234568', RST: 'on' };

describe('the form for a segment that is built by hand', () => {
  it('leaves out what was left empty', () => {
    expect(readSegmentForm('forge', { ...plain, ack: ' ', text: '' })).toEqual({
      kind: 'action',
      action: { kind: 'forge', to: 'server', flags: ['RST'], seq: 1234568 },
    });
  });

  it('takes numbers in decimal and in hexadecimal, and the checksum as it is written everywhere else', () => {
    const read = readSegmentForm('craft', {
      ...plain,
      seq: '0x12d688',
      window: '8192',
      sum: 'own',
      checksum: '0xBEEF',
    });
    expect(read).toMatchObject({ action: { seq: 1234568, window: 8192, checksum: 0xbeef } });
  });

  it('names each field that cannot be read', () => {
    const read = readSegmentForm('craft', {
      ...plain,
      seq: '4294967296',
      sourcePort: '65536',
      options: '0204 5',
      sum: 'own',
      checksum: 'xyz',
      dataAs: 'hex',
      text: '68 6g',
    });
    expect(read).toEqual({ kind: 'faults', fields: ['seq', 'sourcePort', 'checksum', 'options', 'text'] });
  });

  it('wants a sequence number', () => {
    expect(readSegmentForm('forge', { ...plain, seq: '' })).toEqual({ kind: 'faults', fields: ['seq'] });
  });
});
