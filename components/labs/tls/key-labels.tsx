import { Fragment } from 'react';
import { sameBytes } from '@/lib/labs/bytes';
import type { KeySlot } from '@/lib/labs/tls/key-slots';

/** A long name may break behind an underscore. */
export function broken(name: string) {
  return name.split(/(?<=_)/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
}

/** Which sides hold a value. */
export function knownTo({ known }: KeySlot): 'none' | 'client' | 'server' | 'both' {
  if (known.client) return known.server ? 'both' : 'client';
  return known.server ? 'server' : 'none';
}

/** Both sides hold one, and not the same. */
export function differs({ known: { client, server } }: KeySlot): boolean {
  return client !== null && server !== null && !sameBytes(client.bytes, server.bytes);
}
