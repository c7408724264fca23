import { useId } from 'react';
import account from '@/components/account/account.module.css';
import { Field } from '@/components/ui/field';
import styles from './classes.module.css';

type Choice = { readonly value: string; readonly label: string };
type Common = { readonly name: string; readonly label: string; readonly hint?: string };

export type ClassField =
  | (Common & {
      readonly kind: 'text' | 'email' | 'number' | 'date' | 'datetime-local';
      readonly value?: string;
      readonly required?: boolean;
      readonly longest?: number;
      readonly least?: number;
    })
  | (Common & { readonly kind: 'select'; readonly value: string; readonly choices: readonly Choice[] })
  | (Common & { readonly kind: 'check'; readonly isChecked: boolean })
  /** `values`: the chosen ones. */
  | (Common & { readonly kind: 'checks'; readonly values: readonly string[]; readonly choices: readonly Choice[] });

type Props = { field: ClassField; kept: string | undefined; error: string | undefined };

/** One input of a class form; `kept` is what was sent before, ticks as lines. */
export function FormField({ field, kept, error }: Props) {
  const id = useId();
  switch (field.kind) {
    case 'select':
      return (
        <div className={styles.select}>
          <label htmlFor={id}>{field.label}</label>
          {field.hint && <p id={`${id}-hint`}>{field.hint}</p>}
          <select
            id={id}
            name={field.name}
            defaultValue={kept ?? field.value}
            aria-describedby={field.hint ? `${id}-hint` : undefined}
            aria-invalid={error ? true : undefined}
          >
            {field.choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
          {error && <p className={styles.error}>{error}</p>}
        </div>
      );
    case 'check':
      return (
        <label className={account.check}>
          <input
            type="checkbox"
            name={field.name}
            value="yes"
            defaultChecked={kept === undefined ? field.isChecked : kept === 'yes'}
          />
          <span>{field.label}</span>
          {field.hint && <small>{field.hint}</small>}
        </label>
      );
    case 'checks': {
      const chosen = kept === undefined ? field.values : kept.split('\n');
      return (
        <fieldset className={styles.checks}>
          <legend>{field.label}</legend>
          {field.hint && <p>{field.hint}</p>}
          {field.choices.map(({ value, label }) => (
            <label key={value}>
              <input type="checkbox" name={field.name} value={value} defaultChecked={chosen.includes(value)} />
              <span dir="auto">{label}</span>
            </label>
          ))}
        </fieldset>
      );
    }
    default:
      return (
        <Field
          type={field.kind}
          name={field.name}
          label={field.label}
          hint={field.hint}
          error={error}
          required={field.required}
          maxLength={field.longest}
          min={field.least}
          defaultValue={kept ?? field.value}
          autoComplete="off"
          dir={field.kind === 'text' ? 'auto' : undefined}
        />
      );
  }
}
