import type { Feedback } from '@/lib/quiz/answer';
import type { PublicPrediction } from '@/lib/quiz/public-prediction';
import type { Locale } from '@/lib/words/locale';
import { placingWords } from '@/lib/words/placing';
import { predictionWords } from '@/lib/words/prediction';
import { AnsweredPart } from './answered-part';
import { PredictedFrom } from './predicted-from';

type Props = {
  question: PublicPrediction;
  said: Readonly<Record<string, string>>;
  feedback: Feedback;
  locale: Locale;
};

/** What had happened, and what was said to come. */
export function AnsweredPrediction({ question, said, feedback, locale }: Props) {
  const words = predictionWords[locale];
  return (
    <>
      <PredictedFrom from={question.from} locale={locale} />
      {question.fields.map(({ name, form }) => {
        const value = said[name] ?? placingWords[locale].notPlaced;
        return (
          <AnsweredPart
            key={name}
            name={name}
            what={words.field(name)}
            said={form.kind === 'one' ? words.value(value) : value}
            feedback={feedback}
            locale={locale}
          />
        );
      })}
    </>
  );
}
