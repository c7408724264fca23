import button from '@/components/ui/button.module.css';
import type { GivenExtension } from '@/lib/assignments/extension';
import { displayName } from '@/lib/classes/display-name';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale } from '@/lib/words/locale';
import { ClassTime } from './class-time';
import styles from './work-facts.module.css';
import { numberSaid } from './work-said';

type Props = {
  extensions: readonly GivenExtension[];
  zone: string;
  locale: Locale;
  /** Null for who may look and not change. */
  take: { action: (form: FormData) => Promise<void>; hidden: Readonly<Record<string, string>> } | null;
};

/** Who has more time than the others, each with a button that takes it back. */
export function ExtensionList({ extensions, zone, locale, take }: Props) {
  const words = assignmentsWords[locale].extensions;
  if (extensions.length === 0) return <p className={styles.quiet}>{words.none}</p>;
  return (
    <ul className={styles.given} aria-label={words.caption}>
      {extensions.map((given) => {
        const name = given.learner ? displayName(given.learner, locale) || '–' : words.group(given.group ?? '');
        return (
          <li key={given.id}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            <span>{given.dueAt ? <ClassTime at={given.dueAt} {...{ zone, locale }} /> : words.asAll}</span>
            {given.timeFactor > 1 && <span>{words.factorShort(numberSaid(given.timeFactor, locale))}</span>}
            {take && (
              <form action={take.action}>
                {Object.entries({ ...take.hidden, extension: given.id }).map(([key, value]) => (
                  <input key={key} type="hidden" name={key} value={value} />
                ))}
                <button type="submit" className={`${button.button} ${button.quiet}`} aria-label={words.takeFrom(name)}>
                  {words.take}
                </button>
              </form>
            )}
          </li>
        );
      })}
    </ul>
  );
}
