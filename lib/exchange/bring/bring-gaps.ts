import { plainText } from '@/lib/quiz/plain-text';
import { richText } from '@/lib/quiz/rich-text';
import { type Exchanged, type Gap, gapMarks, type Weighted } from '../exchanged';
import { markdownOf } from '../text/markdown-of';
import { numberKeyOf } from './bring-number';
import { bringWords } from './bring-words';
import { type Bringing, NotBrought } from './bringing';
import { idsOf } from './slug';

const lead = { en: 'Fill in what is missing.', zh: '填上缺少的内容。' } as const;

/** A text with gaps is our template; a prompt of its own it does not have. */
export function bringGaps(
  bringing: Bringing,
  { gaps }: Extract<Exchanged['asked'], { kind: 'gaps' }>,
): Record<string, unknown> {
  if (gaps.length === 0) throw new NotBrought('its text has no gap');
  if (gaps.length > 12) throw new NotBrought(`it has ${gaps.length} gaps; a question has at most 12`);
  const { locale } = bringing;
  const ids = gaps.map((_, at) => `blank-${at + 1}`);
  const written = bringing.text(bringing.from.text, 'its text')[locale] ?? '';
  const template = written.replace(gapMarks, (_, at: string) => (ids[Number(at)] ? `{{${ids[Number(at)]}}}` : ''));
  const lost = ids.find((id) => !template.includes(`{{${id}}}`));
  if (lost) throw new NotBrought('one of its gaps stands where no text can be kept');
  return {
    prompt: { [locale]: lead[locale] },
    kind: 'fill-in',
    template: { [locale]: template },
    blanks: gaps.map((gap, at) => ({ id: ids[at], ...blankOf(bringing, gap) })),
  };
}

function blankOf(bringing: Bringing, gap: Gap): Record<string, unknown> {
  switch (gap.kind) {
    case 'words':
      return {
        ...bringWords(bringing, { kind: 'words', exactCase: gap.exactCase, answers: gap.answers }),
        kind: 'text',
      };
    case 'number':
      return { kind: 'number', ...numberKeyOf(bringing, gap.answers) };
    case 'choice':
      return { kind: 'choice', options: optionsOf(bringing, gap.answers) };
  }
}

function optionsOf(bringing: Bringing, answers: readonly Weighted<string>[]): unknown[] {
  const right = answers.filter(({ weight }) => weight >= 99.99);
  if (right.length !== 1 || answers.length < 2)
    throw new NotBrought('a gap to choose in needs two answers, and exactly one that is right');
  if (answers.some(({ weight }) => weight > 0 && weight < 99.99))
    bringing.note('approximated', 'answers of a gap that earned a part earn nothing');
  const words = answers.map(({ answer }) =>
    plainText(richText(markdownOf({ format: 'plain', text: answer }).markdown)),
  );
  const ids = idsOf(words, 'option');
  return answers.map((one, at) => ({
    id: ids[at],
    text: { [bringing.locale]: words[at] },
    ...(one === right[0] ? { right: true } : {}),
    ...bringing.feedback(one.feedback, 'feedback'),
  }));
}
