import type { FieldFault } from '@/lib/assignments/field-fault';
import type { AssignmentWarning } from '@/lib/attempts/make-assignment';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale } from '@/lib/words/locale';
import { typedIn, type WorkFormState } from './work-form-state';

/** What is wrong, each at its field, with everything that was typed. */
export function faultState(faults: readonly FieldFault[], form: FormData, locale: Locale): WorkFormState {
  const words = assignmentsWords[locale];
  const errors = Object.fromEntries(faults.map(({ field, code, found }) => [field, words.faults[code](found ?? '')]));
  return { errors, problem: words.form.someWrong(faults.length), values: typedIn(form) };
}

/** What should be known before it is set. */
export function warningState(
  warnings: readonly AssignmentWarning[],
  nameOf: (item: string) => string,
  form: FormData,
  locale: Locale,
): WorkFormState {
  const words = assignmentsWords[locale].form;
  const names = warnings.slice(0, 12).map(({ item }) => nameOf(item));
  const more = warnings.length - names.length;
  return {
    warnings: {
      title: words.warned,
      text: words.warnedText(warnings.length),
      list: more > 0 ? [...names, `+ ${more}`] : names,
      submit: words.anyway,
    },
    values: typedIn(form),
  };
}
