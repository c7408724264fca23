/** What a form says, by the names of its inputs. */
export type Inputs = Record<string, string[]>;

/** The form's own fields, which are no part of an answer. */
const own = new Set(['item', 'version', 'kind', 'locale', 'draw', 'sitting', 'assignment']);

export function inputsOf(form: HTMLFormElement): Inputs {
  const inputs: Inputs = {};
  for (const [name, value] of new FormData(form)) {
    if (own.has(name) || typeof value !== 'string') continue;
    inputs[name] = [...(inputs[name] ?? []), value];
  }
  return inputs;
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (it): it is Control =>
      it instanceof HTMLTextAreaElement ||
      it instanceof HTMLSelectElement ||
      (it instanceof HTMLInputElement && it.type !== 'hidden'),
  );
}

const isTick = (it: Control): it is HTMLInputElement =>
  it instanceof HTMLInputElement && /radio|checkbox/.test(it.type);

/** Whether somebody has been at the form: before its scripts had come, or before the browser brought the page back. */
export function isTouched(form: HTMLFormElement): boolean {
  return controlsOf(form).some((it) => {
    if (isTick(it)) return it.checked !== it.defaultChecked;
    return it instanceof HTMLSelectElement ? it.selectedIndex > 0 : it.value !== it.defaultValue;
  });
}

/** Fills in what was said, as a hand would: whoever listens to the inputs hears of it. `onlyText`: the choices have changed since. */
export function fillIn(
  form: HTMLFormElement,
  said: Readonly<Record<string, readonly string[]>>,
  onlyText: boolean,
): void {
  const left = new Map(Object.entries(said).map(([name, values]) => [name, [...values]]));
  for (const control of controlsOf(form)) {
    const values = left.get(control.name);
    if (!values) continue;
    if (isTick(control)) {
      if (!onlyText && values.includes(control.value) && !control.checked) control.click();
    } else if (!(control instanceof HTMLSelectElement && onlyText)) type(control, values.shift() ?? '');
  }
}

/** React hears of a value only when it was set past its own hold on the element. */
function type(control: Control, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value);
  control.dispatchEvent(new Event(control instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
