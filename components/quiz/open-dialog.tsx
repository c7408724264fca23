import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Opens a dialog at the end of the page, outside of the form that asks for it: forms do not nest. */
export function openDialog(draw: (close: () => void) => ReactNode): void {
  const asker = document.activeElement;
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const close = () => {
    root.unmount();
    host.remove();
    if (asker instanceof HTMLElement) asker.focus();
  };
  root.render(draw(close));
}
