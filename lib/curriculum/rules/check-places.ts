import { plainText } from '@/lib/quiz/plain-text';
import type { Question } from '@/lib/quiz/question';
import { richText } from '@/lib/quiz/rich-text';
import { marksIn } from '@/lib/quiz/template';
import { locales } from '@/lib/words/locale';
import type { QuestionFault, QuestionRule } from './question-fault';

/** What is to be pointed at or filled in can be reached: a place lies in its figure, a blank where it is seen. */
export const checkPlaces: QuestionRule = (question) => {
  if (question.kind === 'pointing') return question.target.in === 'figure' ? regionFaults(question.target.regions) : [];
  return question.kind === 'fill-in' ? unseenBlanks(question) : [];
};

type Regions = Extract<Extract<Question, { kind: 'pointing' }>['target'], { in: 'figure' }>['regions'];
type Box = Regions[number]['at'];

function regionFaults(regions: Regions): QuestionFault[] {
  return regions.flatMap(({ at, right }, index): QuestionFault[] => {
    const [left, top, width, height] = at;
    if (width === 0 || height === 0 || left + width > 100 || top + height > 100)
      return [
        {
          place: ['regions', index, 'at'],
          rule: 'pointing-range',
          message: width === 0 || height === 0 ? 'the place has no size' : 'the place reaches out of its figure',
          expected: 'left, top, width and height in hundredths: left + width and top + height at most 100',
          found: `[${at.join(', ')}]`,
          fix: `at: [${left}, ${top}, ${Math.min(width || 10, 100 - left)}, ${Math.min(height || 10, 100 - top)}]`,
        },
      ];
    if (right) return [];
    const under = regions.findIndex((other) => other.right && (holdsMiddle(at, other.at) || holdsMiddle(other.at, at)));
    if (under === -1) return [];
    return [
      {
        place: ['regions', index, 'at'],
        rule: 'pointing-overlap',
        message: `this wrong place lies over the right one, number ${under + 1}: a tap there means both`,
        expected: 'places whose middles lie in no other place',
        found: `[${at.join(', ')}] and [${regions[under]?.at.join(', ')}]`,
      },
    ];
  });
}

function holdsMiddle([left, top, width, height]: Box, [x, y, across, down]: Box): boolean {
  const [middle, centre] = [x + across / 2, y + down / 2];
  return middle > left && middle < left + width && centre > top && centre < top + height;
}

/** A blank that stands in the address of a link is in the text and nowhere on the page. */
function unseenBlanks({ template, blanks }: Extract<Question, { kind: 'fill-in' }>): QuestionFault[] {
  return locales.flatMap((locale) => {
    const text = template[locale];
    if (text === undefined) return [];
    const seen = marksIn(plainText(richText(text)));
    return blanks
      .filter(({ id }) => !seen.includes(id))
      .map(({ id }) => ({
        place: ['template', locale],
        rule: 'fill-in-blank',
        message: `the blank "${id}" is not seen: Markdown takes {{${id}}} for something else`,
        expected: `{{${id}}} in a sentence or in code, not in the address of a link`,
        found: text,
      }));
  });
}
