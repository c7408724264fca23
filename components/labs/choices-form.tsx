/** One thing that is chosen before a run begins. */
type Choice = {
  readonly label: string;
  readonly value: string;
  /** What each value is called. */
  readonly choices: Readonly<Record<string, string>>;
  readonly choose: (value: string) => void;
};

type Props = {
  className: string | undefined;
  legend: string;
  hint: string;
  rows: readonly Choice[];
  /** Not where the lab is only drawn, on the server: what is chosen then stays as the browser has it. */
  works: boolean;
};

/** What a run begins with, one list for each thing. Another choice begins the run anew. */
export function ChoicesForm({ className, legend, hint, rows, works }: Props) {
  return (
    <fieldset className={className}>
      <legend>{legend}</legend>
      {rows.map(({ label, value, choices, choose }) => (
        <label key={label}>
          {label}{' '}
          <select
            {...(works
              ? { value, onChange: (event: { target: { value: string } }) => choose(event.target.value) }
              : { defaultValue: value })}
          >
            {Object.entries(choices).map(([choice, name]) => (
              <option key={choice} value={choice}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <p>{hint}</p>
    </fieldset>
  );
}
