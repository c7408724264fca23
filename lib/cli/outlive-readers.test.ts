import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { outliveReaders } from './outlive-readers';

const failing = (code: string) => Object.assign(new Error(`write ${code}`), { code });

it('goes on when nobody reads its output any more', () => {
  const output = new PassThrough();
  outliveReaders([output]);
  expect(() => output.emit('error', failing('EPIPE'))).not.toThrow();
});

it('does not hide another failure of its output', () => {
  const output = new PassThrough();
  outliveReaders([output]);
  expect(() => output.emit('error', failing('EIO'))).toThrow('write EIO');
});
