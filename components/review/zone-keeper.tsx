'use client';

import { useEffect } from 'react';

/** Tells once where the learner's days begin, when the server has another place in mind. Draws nothing. */
export function ZoneKeeper({ zone, keep }: { zone: string; keep: (zone: string) => Promise<void> }) {
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (here && here !== zone) void keep(here).catch(() => {});
  }, [zone, keep]);
  return null;
}
