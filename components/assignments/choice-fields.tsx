import type { AssignmentKind } from '@/lib/assignments/read-policy';
import type { TreeItem, TreePath } from '@/lib/assignments/work-tree';
import { assignmentsWords } from '@/lib/words/assignments';
import type { Locale } from '@/lib/words/locale';
import styles from './choice-fields.module.css';
import { ChoiceTree } from './choice-tree';
import { DrawTree } from './draw-tree';
import { PartError, Tick } from './work-fields';
import form from './work-form.module.css';

type Props = {
  kind: AssignmentKind;
  paths: readonly TreePath[];
  own: readonly TreeItem[];
  locale: Locale;
};

/** What is asked: ticked in a tree, or drawn of each objective. */
export function ChoiceFields({ kind, paths, own, locale }: Props) {
  const words = assignmentsWords[locale].form;
  if (kind === 'practice')
    return (
      <fieldset>
        <legend>{words.what}</legend>
        <p className={form.note}>
          {words.whatPractice} {own.length > 0 && words.ownInPractice}
        </p>
        <PartError name="chosen" />
        <ChoiceTree paths={paths} locale={locale} />
      </fieldset>
    );
  return (
    <fieldset className={styles.choice}>
      <legend>{words.what}</legend>
      <PartError name="chosen" />
      <Tick name="choose" value="ticked" kind="radio" isTicked>
        {words.ticked}
      </Tick>
      <Tick name="choose" value="drawn" kind="radio">
        {words.drawn}
      </Tick>
      <div className={styles.ticked}>
        <p className={form.note}>{words.whatQuiz}</p>
        <ChoiceTree paths={paths} own={own} locale={locale} />
      </div>
      <div className={styles.drawn}>
        <p className={form.note}>{words.drawnHint}</p>
        <DrawTree paths={paths} locale={locale} />
      </div>
    </fieldset>
  );
}
