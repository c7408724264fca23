'use client';

import { useEffect, useState } from 'react';
import type { Locale } from '@/lib/words/locale';
import { shortcutWords } from '@/lib/words/shortcuts';
import { areKeysOn, turnKeys } from './keys-setting';
import styles from './shortcuts.module.css';

/** Single keys on or off, for this device. */
export function KeysSwitch({ locale }: { locale: Locale }) {
  const words = shortcutWords[locale];
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(areKeysOn()), []);
  return (
    <label className={styles.switch}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => {
          setOn(event.target.checked);
          turnKeys(event.target.checked);
        }}
      />
      <span>{words.single}</span>
      <small>{words.singleHint}</small>
    </label>
  );
}
