import button from '@/components/ui/button.module.css';
import { type GradebookQuery, gradebookAddress } from '@/lib/gradebook/gradebook-query';
import { screenRows } from '@/lib/gradebook/screen';
import { type GradebookPart, shownColumns } from '@/lib/gradebook/submit-gradebook';
import { gradebookWords } from '@/lib/words/gradebook';
import { type Locale, languageTags } from '@/lib/words/locale';
import styles from './gradebook.module.css';

type Props = { part: GradebookPart; query: GradebookQuery; home: string; locale: Locale };

/** Which learners and columns stand on this screen, and the ways to all others. */
export function GradebookNav({ part, query, home, locale }: Props) {
  const words = gradebookWords[locale];
  const number = new Intl.NumberFormat(languageTags[locale]);
  const { total, from, rows } = part.screen;
  const screens = Math.max(1, Math.ceil(total / screenRows));
  const here = Math.floor(from / screenRows) + 1;
  const to = (change: Partial<GradebookQuery>) => `${home}${gradebookAddress({ ...query, screen: here, ...change })}`;
  const columns = Math.floor(part.firstColumn / shownColumns) + 1;
  const more = Math.max(1, Math.ceil(part.all.length / shownColumns));
  return (
    <nav className={styles.nav} aria-label={words.pages}>
      <span>{words.rows(number.format(from + 1), number.format(from + rows.length), number.format(total))}</span>
      {screens > 1 && (
        <>
          <span className={styles.steps}>
            <Step href={to({ screen: 1 })} isHere={here === 1} text={words.first} />
            <Step href={to({ screen: here - 1 })} isHere={here === 1} text={words.earlier} />
            <Step href={to({ screen: here + 1 })} isHere={here === screens} text={words.later} />
            <Step href={to({ screen: screens })} isHere={here === screens} text={words.last} />
          </span>
          <form action={home} className={styles.jump}>
            <HiddenQuery query={query} but="screen" />
            <label>
              {words.screen(number.format(screens))}{' '}
              <input name="screen" type="number" inputMode="numeric" min={1} max={screens} defaultValue={here} />
            </label>
            <button className={button.button} type="submit">
              {words.jump}
            </button>
          </form>
        </>
      )}
      {more > 1 && (
        <span className={styles.steps}>
          <span>
            {words.columns(
              number.format(part.firstColumn + 1),
              number.format(part.firstColumn + part.columns.length),
              number.format(part.all.length),
            )}
          </span>
          <Step href={to({ columns: columns - 1 })} isHere={columns === 1} text={words.leftColumns} />
          <Step href={to({ columns: columns + 1 })} isHere={columns === more} text={words.rightColumns} />
        </span>
      )}
    </nav>
  );
}

function Step({ href, isHere, text }: { href: string; isHere: boolean; text: string }) {
  return isHere ? <span className={styles.off}>{text}</span> : <a href={href}>{text}</a>;
}

/** What of a view a form keeps that changes something else of it. */
export function HiddenQuery({ query, but }: { query: GradebookQuery; but: 'screen' | 'filter' }) {
  const kept =
    but === 'screen'
      ? { ...query, screen: 1 }
      : { ...query, screen: 1, columns: 1, name: '', group: '', shown: { kind: 'lessons' } as const };
  return [...new URLSearchParams(gradebookAddress(kept))].map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
