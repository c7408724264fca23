'use client';

import { useEffect, useId, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import button from '@/components/ui/button.module.css';
import type { Locale } from '@/lib/words/locale';
import { shortcutWords } from '@/lib/words/shortcuts';
import dialog from './dialog.module.css';
import { KeysSwitch } from './keys-switch';
import styles from './shortcuts.module.css';

let isOpen = false;

/** The list of keys, and the switch that turns the single ones off. */
export function openHelp(locale: Locale): void {
  if (isOpen) return;
  isOpen = true;
  const host = document.body.appendChild(document.createElement('div'));
  const root = createRoot(host);
  const close = () => {
    isOpen = false;
    root.unmount();
    host.remove();
  };
  root.render(<ShortcutHelp locale={locale} onClose={close} />);
}

function ShortcutHelp({ locale, onClose }: { locale: Locale; onClose: () => void }) {
  const words = shortcutWords[locale];
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => box.current?.showModal(), []);
  return (
    <dialog ref={box} className={dialog.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{words.title}</h2>
      <dl className={styles.list}>
        {words.keys.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, at) => (
                <span key={key}>
                  {at > 0 && words.or}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <KeysSwitch locale={locale} />
      <p className={dialog.actions}>
        <button type="button" className={button.button} onClick={() => box.current?.close()}>
          {words.close}
        </button>
      </p>
    </dialog>
  );
}
