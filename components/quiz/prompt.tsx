import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale, type Localized } from '@/lib/words/locale';
import styles from './quiz.module.css';
import { RichLine, RichText } from './rich-text';

/** What is asked, and in a second line how to answer it. */
export function Prompt({ text, how, locale }: { text: Localized; how: string; locale: Locale }) {
  return (
    <legend className={styles.prompt}>
      <RichText text={richText(inLocale(text, locale))} />
      <small>{how}</small>
    </legend>
  );
}

/** The words of an option. */
export function OptionText({ text, locale }: { text: Localized; locale: Locale }) {
  return <RichLine text={richText(inLocale(text, locale))} />;
}
