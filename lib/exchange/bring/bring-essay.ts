import type { Exchanged } from '../exchanged';
import type { Bringing } from './bringing';

const criterion = { en: 'Answers what is asked.', zh: '回答了所问的问题。' } as const;

/** With a general feedback the writer has something to compare with; without one a person has to read it. */
export function bringEssay(
  bringing: Bringing,
  { guidance }: Extract<Exchanged['asked'], { kind: 'essay' }>,
): Record<string, unknown> {
  const { from, locale } = bringing;
  const told = guidance ? bringing.markdown(guidance, 'what is said to who marks') : '';
  const model = from.explanation ? bringing.markdown(from.explanation, 'general feedback') : '';
  if (model !== '' && told === '') return { kind: 'written', marked: 'self', answer: { [locale]: model } };
  bringing.note('approximated', 'a person marks it; its rubric is one line, to be written out');
  return {
    kind: 'written',
    marked: 'person',
    rubric: [
      {
        id: 'answer',
        text: { [locale]: criterion[locale] },
        points: 1,
        ...(told ? { guidance: { [locale]: told } } : {}),
      },
    ],
    ...(model ? { explanation: { [locale]: model } } : {}),
  };
}
