'use client';

import { useEffect, useId, useRef } from 'react';
import button from '@/components/ui/button.module.css';
import type { Locale } from '@/lib/words/locale';
import { outboxWords } from '@/lib/words/outbox';
import { openDialog } from './open-dialog';
import dialog from './outbox-dialog.module.css';
import { UnsentList } from './unsent-list';

/** Shows what is kept on this device and is not on the server. */
export function openUnsent(locale: Locale): void {
  openDialog((close) => <UnsentDialog locale={locale} onClose={close} />);
}

function UnsentDialog({ locale, onClose }: { locale: Locale; onClose: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const words = outboxWords[locale];
  useEffect(() => {
    const close = () => box.current?.close();
    box.current?.showModal();
    // A question of the list that stands on this page was asked for.
    addEventListener('hashchange', close);
    return () => removeEventListener('hashchange', close);
  }, []);
  return (
    <dialog ref={box} className={dialog.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{words.title}</h2>
      <UnsentList locale={locale} none={words.none} />
      <p className={dialog.actions}>
        <button type="button" className={button.button} onClick={() => box.current?.close()}>
          {words.close}
        </button>
      </p>
    </dialog>
  );
}
