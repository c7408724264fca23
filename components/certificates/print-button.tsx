'use client';

import type { ReactNode } from 'react';
import button from '@/components/ui/button.module.css';

export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className={`${button.button} ${button.primary}`} onClick={() => print()}>
      {children}
    </button>
  );
}
