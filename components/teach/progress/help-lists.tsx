import type { ReactNode } from 'react';
import type { Classroom } from '@/lib/classes/classroom';
import { displayName } from '@/lib/classes/display-name';
import { aheadFrom, type Sign } from '@/lib/gradebook/needs-help';
import type { ClassProgress, HelpedLearner } from '@/lib/gradebook/submit-class-progress';
import { classProgressWords } from '@/lib/words/class-progress';
import { inLocale, type Locale } from '@/lib/words/locale';
import { type Letter, letterTo, mailAddress } from './letter';
import styles from './progress.module.css';

type Props = {
  progress: ClassProgress;
  classroom: Pick<Classroom, 'id' | 'name' | 'locale'>;
  /** Who writes, and where the site is. */
  from: { readonly name: string; readonly origin: string };
  locale: Locale;
  /** Beside the rule of those who were not seen. */
  setting: ReactNode;
};

const kinds = ['stuck', 'inactive', 'ahead'] as const;
const orders = { stuck: 'risk&dir=down', inactive: 'seen&dir=up', ahead: 'progress&dir=down' } as const;

/** Who may want a word, by rules that stand above each list. */
export function HelpLists({ progress, classroom, from, locale, setting }: Props) {
  const words = classProgressWords[locale].help;
  const { course, help } = progress;
  const home = `/${locale}/teach/classes/${classroom.id}/gradebook`;
  const rules = {
    stuck: words.rules.stuck,
    inactive: words.rules.inactive(course.inactiveDays),
    ahead: course.of > 0 ? words.rules.ahead(aheadFrom(course), course.middle, course.of) : words.rules.noChecks,
  };
  return (
    <section className={styles.help} aria-labelledby="who-needs-help">
      <h2 id="who-needs-help">{words.title}</h2>
      <p className={styles.lede}>{words.lede}</p>
      <div className={styles.lists}>
        {kinds.map((kind) => (
          <section key={kind} aria-labelledby={`help-${kind}`}>
            <h3 id={`help-${kind}`}>
              {words[kind]} <span className={styles.total}>{help[kind].total}</span>
            </h3>
            <p className={styles.ruleSaid}>{rules[kind]}</p>
            {kind === 'inactive' && setting}
            {help[kind].learners.length === 0 ? (
              <p className={styles.nobody}>{words.nobody}</p>
            ) : (
              <ul className={styles.people}>
                {help[kind].learners.map((learner) => (
                  <HelpedPerson
                    key={learner.learnerId}
                    learner={learner}
                    of={course.of}
                    href={`${home}/${learner.learnerId}`}
                    letter={letterTo(learner, kind, classroom, from)}
                    locale={locale}
                  />
                ))}
              </ul>
            )}
            {help[kind].total > help[kind].learners.length && (
              <p>
                <a href={`${home}?sort=${orders[kind]}`}>{words.all(help[kind].total)}</a>
              </p>
            )}
          </section>
        ))}
      </div>
    </section>
  );
}

type PersonProps = { learner: HelpedLearner; of: number; href: string; letter: Letter; locale: Locale };

function HelpedPerson({ learner, of, href, letter, locale }: PersonProps) {
  const words = classProgressWords[locale].help;
  const name = displayName(learner, locale) || words.noName;
  const facts = [words.done(learner.done, of), ...learner.signs.map((sign) => signSaid(sign, words))];
  return (
    <li>
      <a href={href} className={styles.name} dir="auto">
        {name}
      </a>
      {learner.group && <span className={styles.group}>{learner.group}</span>}
      <p className={styles.facts}>{facts.join(' · ')}</p>
      {learner.stuckOn.length > 0 && (
        <ul className={styles.objectives}>
          {learner.stuckOn.slice(0, 3).map(({ lesson, objective }) => (
            <li key={`${lesson} ${objective.en ?? objective.zh}`}>
              <a href={`/${locale}/learn/${lesson}`}>{inLocale(objective, locale)}</a>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary aria-label={words.messageTo(name)}>{words.message}</summary>
        <p className={styles.copyHint}>{words.copyHint}</p>
        <textarea readOnly rows={8} defaultValue={letter.text} aria-label={words.messageTo(name)} lang={letter.lang} />
        {learner.email && <a href={mailAddress(learner.email, letter)}>{words.mail}</a>}
      </details>
    </li>
  );
}

function signSaid(sign: Sign, words: (typeof classProgressWords)['en']['help']): string {
  switch (sign.kind) {
    case 'stuck':
      return words.objectives(sign.objectives);
    case 'inactive':
      return words.days(sign.days);
    case 'ahead':
      return words.by(sign.by);
  }
}
