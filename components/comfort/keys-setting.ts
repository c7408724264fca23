const key = 'handrail.keys';

/** Whether single keys do something on this device (WCAG 2.1.4: they can be turned off). */
export function areKeysOn(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Storage is refused: they stay as they are.
  }
}
