import type { KeyboardEvent } from 'react';

/** 1–9 choose, only while the question has the focus; Enter belongs to the input method while it composes. */
export function pressInQuestion(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && (event.nativeEvent.isComposing || event.keyCode === 229)) event.preventDefault();
  const target = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
  if (!(target instanceof HTMLInputElement) || !/radio|checkbox/.test(target.type)) return;
  const group = event.currentTarget.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(target.name)}"]`);
  const chosen = group[Number(event.key) - 1];
  chosen?.click();
  chosen?.focus();
}

/** Goes back to what was wrong, or to the beginning. */
export function focusAgain(form: HTMLFormElement): void {
  const wrong = form.querySelector('[data-mark="wrong"]')?.parentElement;
  const control = wrong && controlIn(wrong);
  (control ?? controlIn(form))?.focus();
}

/** The first thing to act on, the chosen one of several before the others. */
function controlIn(part: Element): HTMLElement | null {
  const control = 'fieldset :is(input, select, textarea, button):not([type=hidden], [tabindex="-1"])';
  return part.querySelector<HTMLElement>('fieldset input:checked') ?? part.querySelector<HTMLElement>(control);
}
