import { LabFrame } from '@/components/labs/lab-frame';
import { packFragment } from '@/components/labs/share-link';
import button from '@/components/ui/button.module.css';
import { questionState, type ReportedState, taskState } from '@/lib/analysis/reported-state';
import type { KnownVersion } from '@/lib/attempts/known-version';
import type { Item } from '@/lib/curriculum/lesson';
import { analysisWords } from '@/lib/words/analysis';
import type { Locale } from '@/lib/words/locale';
import styles from './analysis.module.css';
import { SaidText } from './said-text';

type Props = {
  /** The question or task as it stood for the learner. */
  known: KnownVersion;
  item: Item;
  state: unknown;
  locale: Locale;
};

/** What a learner had on the screen: a half-written answer read back, a lab played as far as it had come. Nothing of it can be changed. */
export async function ReportedScreen({ known, item, state, locale }: Props) {
  const { form } = known;
  const read = form.kind === 'question' ? questionState(form.question, state) : taskState(form.task, state);
  return <StateView read={read} item={item} locale={locale} />;
}

async function StateView({ read, item, locale }: { read: ReportedState; item: Item; locale: Locale }) {
  const words = analysisWords[locale];
  switch (read.kind) {
    case 'nothing':
      return <p className={styles.quiet}>{words.screenNothing}</p>;
    case 'answer':
      return (
        <>
          <p>{words.screenAnswer}</p>
          <div className={styles.card}>
            <SaidText item={item} response={read.response} locale={locale} />
          </div>
        </>
      );
    case 'inputs':
      return (
        <>
          <p>{words.screenInputs}</p>
          <dl className={styles.card}>
            {read.inputs.map(({ name, values }) => (
              <div key={name}>
                <dt className={styles.quiet}>
                  <code>{name}</code>
                </dt>
                <dd className={styles.answer}>{values.join(', ')}</dd>
              </div>
            ))}
          </dl>
        </>
      );
    case 'log': {
      const { en, zh } = analysisWords;
      const packed = read.link ? await packFragment(read.link) : undefined;
      return (
        <>
          <p>{words.steps(read.steps)}</p>
          {read.run && <LabFrame run={{ ...read.run, title: { en: en.onScreen, zh: zh.onScreen } }} locale={locale} />}
          {packed?.kind === 'packed' && (
            <p>
              <a className={button.button} href={`/${locale}/labs/${read.lab}${packed.fragment}`}>
                {words.openInLab}
              </a>
            </p>
          )}
        </>
      );
    }
  }
}
