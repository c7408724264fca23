import type { Feedback } from '@/lib/quiz/answer';
import type { PublicOption } from '@/lib/quiz/public-single-choice';
import type { Locale } from '@/lib/words/locale';
import { placingWords } from '@/lib/words/placing';
import { AnsweredPart } from './answered-part';
import { OptionText } from './prompt';

type Props = {
  parts: readonly PublicOption[];
  places: readonly PublicOption[];
  said: Readonly<Record<string, string>>;
  feedback: Feedback;
  locale: Locale;
};

/** Every part with the place it was given. */
export function AnsweredPlaces({ parts, places, said, feedback, locale }: Props) {
  return parts.map(({ letter, text }) => {
    const place = places.find((one) => one.letter === said[letter]);
    return (
      <AnsweredPart
        key={letter}
        name={letter}
        what={<OptionText text={text} locale={locale} />}
        said={place ? <OptionText text={place.text} locale={locale} /> : placingWords[locale].notPlaced}
        feedback={feedback}
        locale={locale}
      />
    );
  });
}
