import { Fragment } from 'react';
import { type PublicFillIn, templateParts } from '@/lib/quiz/public-fill-in';
import { richText } from '@/lib/quiz/rich-text';
import { kindsWords } from '@/lib/words/kinds';
import { inLocale } from '@/lib/words/locale';
import { Prompt } from '../prompt';
import type { KindViewProps } from '../quiz';
import styles from '../quiz.module.css';
import { RichText } from '../rich-text';
import { withHoles } from '../with-holes';
import boxes from './boxes.module.css';
import { BlankBox, BlankNote } from './client-parts';

/** A sentence or a piece of code with boxes and lists in it; what is said about each stands in a list below. */
export function FillInView({ anchor, question, locale }: KindViewProps<PublicFillIn>) {
  const words = kindsWords[locale];
  const { blanks } = question;
  const noteOf = (letter: string) => `${anchor}-${letter}-note`;

  function draw(characters: string) {
    return templateParts(characters).map((part) => {
      if ('text' in part) return <Fragment key={part.at}>{withHoles(part.text)}</Fragment>;
      const place = blanks.findIndex(({ letter }) => letter === part.letter);
      const blank = blanks[place];
      if (!blank) return null;
      const options = blank.kind === 'choice' ? blank.options : [];
      return (
        <span key={part.at} className={boxes.blank}>
          {blanks.length > 1 && <span aria-hidden="true">{place + 1}</span>}
          <BlankBox
            letter={blank.letter}
            label={words.blank(place + 1, blanks.length)}
            noteId={noteOf(blank.letter)}
            isNumber={blank.kind === 'number' && blank.bases === undefined}
            empty={words.choose}
            options={options.map(({ letter, text }) => ({ letter, text: inLocale(text, locale) }))}
          />
        </span>
      );
    });
  }

  const how = [
    blanks.length === 1 ? words.fillInOne : words.fillIn,
    ...(blanks.some((blank) => blank.kind === 'text' && blank.exactCase) ? [words.capitalsCount] : []),
    ...numberWays(question, locale),
  ];
  return (
    <fieldset className={styles.fieldset}>
      <Prompt text={question.prompt} how={how.join(' · ')} locale={locale} />
      <div className={boxes.template}>
        <RichText text={richText(inLocale(question.template, locale))} draw={draw} />
      </div>
      <div className={boxes.notes}>
        {blanks.map(({ letter }, at) => (
          <BlankNote
            key={letter}
            letter={letter}
            id={noteOf(letter)}
            name={blanks.length > 1 ? words.blankNumber(at + 1) : ''}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** How numbers may be written, where it is not decimal alone. */
function numberWays({ blanks }: PublicFillIn, locale: KindViewProps<PublicFillIn>['locale']): string[] {
  const words = kindsWords[locale];
  const bases = new Set(blanks.flatMap((blank) => (blank.kind === 'number' ? (blank.bases ?? []) : [])));
  return bases.size > 0 ? [words.writtenAs([...bases].map((base) => words.bases[base]))] : [];
}
