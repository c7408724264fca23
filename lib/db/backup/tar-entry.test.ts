import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paddingAfter, readTarHeader, tarHeader } from '@/lib/db/backup/tar-entry';

const aName = fc.stringMatching(/^[a-z_]{1,60}\.[0-9]{6}\.copy\.gz$/);
const aSize = fc.integer({ min: 0, max: 2 ** 33 - 1 });

test('a header says again what it was given', () => {
  fc.assert(
    fc.property(aName, aSize, (name, size) => {
      expect(readTarHeader(tarHeader(name, size))).toEqual({ name, size });
    }),
  );
});

test('a header with another byte anywhere is refused', () => {
  fc.assert(
    fc.property(
      aName,
      aSize,
      fc.integer({ min: 0, max: 511 }),
      fc.integer({ min: 1, max: 255 }),
      (name, size, at, by) => {
        const header = tarHeader(name, size);
        header.writeUInt8(header.readUInt8(at) ^ by, at);
        // The checksum's own place has room for spellings of the same number; a seal over the whole file covers those.
        fc.pre(at < 148 || at >= 156);
        expect(() => readTarHeader(header)).toThrow('a damaged tar header');
      },
    ),
  );
});

test('entries fill whole blocks', () => {
  fc.assert(fc.property(aSize, (size) => (size + paddingAfter(size)) % 512 === 0 && paddingAfter(size) < 512));
});
