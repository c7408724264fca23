'use client';
import { type ReactNode, useState } from 'react';

type Props = {
  summary: ReactNode;
  className?: string | undefined;
  /** Stands open by itself; whoever closes it has it closed. */
  open?: boolean;
  children: ReactNode;
};

/** A summary, and behind it what nobody sees until they open it: it is made then, so that no step pays for it before. */
export function Fold({ summary, className, open = false, children }: Props) {
  // Once made it stays: what was written into it is still there when it is opened again.
  const [made, setMade] = useState(false);
  return (
    <details className={className} open={open} onToggle={(event) => event.currentTarget.open && setMade(true)}>
      <summary>{summary}</summary>
      {(open || made) && children}
    </details>
  );
}
