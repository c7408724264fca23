import account from '@/components/account/account.module.css';
import button from '@/components/ui/button.module.css';
import type { JoinedClass } from '@/lib/classes/join-store';
import { classesWords } from '@/lib/words/classes';
import { joinWords } from '@/lib/words/join';
import type { Locale } from '@/lib/words/locale';

type Props = { classes: readonly JoinedClass[]; leave: (form: FormData) => Promise<void>; locale: Locale };

/** The classes somebody is in, with the way out of each. */
export function JoinedClasses({ classes, leave, locale }: Props) {
  const words = joinWords[locale];
  const { role: roles, unnamed } = classesWords[locale];
  return (
    <section className={account.section} aria-labelledby="classes">
      <h2 id="classes">{words.classesTitle}</h2>
      <ul className={account.sessions}>
        {classes.map(({ id, name, role, isArchived }) => (
          <li key={id}>
            <span>
              <strong dir="auto">
                {role === 'learner' ? (
                  name || unnamed
                ) : (
                  <a href={`/${locale}/teach/classes/${id}`}>{name || unnamed}</a>
                )}
              </strong>
              <small>
                {roles[role]}
                {isArchived && ` · ${words.archived}`}
              </small>
            </span>
            <form action={leave}>
              <input type="hidden" name="locale" value={locale} />
              <input type="hidden" name="classId" value={id} />
              <button type="submit" className={button.button} aria-label={words.leaveOf(name)}>
                {words.leave}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className={account.note}>{words.leaveHint}</p>
    </section>
  );
}
