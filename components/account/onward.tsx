'use client';

import { useEffect } from 'react';

/** Drawn in place of a page that an action has just made pointless (signed out, deleted, settled): goes on to a new page. */
export function Onward({ to }: { to: string }) {
  useEffect(() => location.assign(to), [to]);
  return null;
}
