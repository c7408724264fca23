'use client';

import { type ReactNode, useEffect, useState } from 'react';

type Props = { isOn: boolean; onToggle: () => void; className: string; children: ReactNode };

/** A switch that works only with scripts, and is not there without them. Its words say what it does next. */
export function Toggle({ isOn, onToggle, className, children }: Props) {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => setIsReady(true), []);
  return (
    <button type="button" className={className} hidden={!isReady} data-on={isOn || undefined} onClick={onToggle}>
      {children}
    </button>
  );
}
