import { type Exchanged, type Gap, gapMarks, type Text, type Weighted } from '../exchanged';
import { type Xml, xml, xmlDocument } from '../xml/write-xml';
import { clozeGap } from './cloze';

/** A file of questions as Moodle reads it. */
export function writeMoodle(questions: readonly Exchanged[]): string {
  let category: string | undefined;
  const elements = questions.flatMap((question) => {
    const moved = question.category !== undefined && question.category !== category;
    category = question.category ?? category;
    const named = xml('question', { type: 'category' }, xml('category', {}, xml('text', {}, category ?? '')));
    return [...(moved ? [named] : []), questionElement(question)];
  });
  return xmlDocument(xml('quiz', {}, ...elements));
}

const types = {
  choice: 'multichoice',
  words: 'shortanswer',
  number: 'numerical',
  matching: 'matching',
  ordering: 'ordering',
  gaps: 'cloze',
  essay: 'essay',
  description: 'description',
} as const;

function questionElement({ asked, name, text, explanation, idNumber, hints, tags }: Exchanged) {
  if (asked.kind === 'unknown') throw new Error(`Moodle XML has no ${asked.name}`);
  const type = asked.kind === 'choice' && asked.options ? 'truefalse' : types[asked.kind];
  const shown =
    asked.kind === 'gaps'
      ? { ...text, text: text.text.replace(gapMarks, (_, at: string) => gapAt(asked.gaps, Number(at))) }
      : text;
  return xml(
    'question',
    { type },
    xml('name', {}, xml('text', {}, name)),
    textElement('questiontext', shown),
    textElement('generalfeedback', explanation ?? { format: 'html', text: '' }),
    ...(asked.kind === 'gaps' ? [] : [xml('defaultgrade', {}, asked.kind === 'description' ? '0' : '1')]),
    xml('penalty', {}, '0'),
    xml('hidden', {}, '0'),
    xml('idnumber', {}, idNumber ?? ''),
    ...answersOf(asked),
    ...hints.map((hint) => textElement('hint', hint)),
    ...(tags.length > 0 ? [xml('tags', {}, ...tags.map((tag) => xml('tag', {}, xml('text', {}, tag))))] : []),
  );
}

const formatNames = { html: 'html', moodle: 'moodle_auto_format', plain: 'plain_text', markdown: 'markdown' } as const;

function textElement(name: string, { format, text }: Text, ...more: Xml[]) {
  return xml(name, { format: formatNames[format] }, xml('text', {}, text), ...more);
}

function answerElement(answer: Text, { weight, feedback }: Weighted<unknown>, ...more: Xml[]) {
  return xml(
    'answer',
    { fraction: weight, format: formatNames[answer.format] },
    xml('text', {}, answer.text),
    textElement('feedback', feedback ?? { format: 'html', text: '' }),
    ...more,
  );
}

function answersOf(asked: Exchanged['asked']): Xml[] {
  switch (asked.kind) {
    case 'choice': {
      const answers = asked.answers.map((one) => answerElement(one.answer, one));
      if (asked.options) return answers;
      return [
        xml('single', {}, String(asked.single)),
        xml('shuffleanswers', {}, 'true'),
        xml('answernumbering', {}, 'abc'),
        ...answers,
      ];
    }
    case 'words':
      return [
        xml('usecase', {}, asked.exactCase ? '1' : '0'),
        ...asked.answers.map((one) => answerElement({ format: 'plain', text: one.answer }, one)),
      ];
    case 'number':
      return [
        ...asked.answers.map((one) => {
          const [value, tolerance] =
            one.answer === 'any' ? ['*', '0'] : [String(one.answer.value), String(one.answer.tolerance)];
          return answerElement({ format: 'plain', text: value }, one, xml('tolerance', {}, tolerance));
        }),
        ...unitsOf(asked.units),
      ];
    case 'matching':
      return [
        xml('shuffleanswers', {}, 'true'),
        ...asked.pairs.map(({ left, right }) =>
          textElement('subquestion', left, xml('answer', {}, xml('text', {}, right))),
        ),
      ];
    case 'ordering':
      return [
        xml('layouttype', {}, 'VERTICAL'),
        xml('selecttype', {}, 'ALL'),
        xml('selectcount', {}, '0'),
        xml('gradingtype', {}, 'ALL_OR_NOTHING'),
        xml('showgrading', {}, 'SHOW'),
        ...asked.steps.map((step, at) => answerElement(step, { answer: step, weight: at + 1 })),
      ];
    case 'essay':
      return [
        xml('responseformat', {}, 'editor'),
        xml('responserequired', {}, '1'),
        xml('responsefieldlines', {}, '10'),
        xml('attachments', {}, '0'),
        xml('attachmentsrequired', {}, '0'),
        textElement('graderinfo', asked.guidance ?? { format: 'html', text: '' }),
      ];
    default:
      return [];
  }
}

/** One unit stands beside the box or may be left out; of several the learner says which. */
function unitsOf(units: readonly { name: string; multiplier: number }[]): Xml[] {
  if (units.length === 0) return [];
  const listed = units.map(({ name, multiplier }) =>
    xml('unit', {}, xml('multiplier', {}, String(multiplier)), xml('unit_name', {}, name)),
  );
  return [
    xml('units', {}, ...listed),
    xml('unitgradingtype', {}, units.length > 1 ? '1' : '0'),
    xml('unitpenalty', {}, units.length > 1 ? '1' : '0'),
    xml('showunits', {}, units.length > 1 ? '0' : '3'),
    xml('unitsleft', {}, '0'),
  ];
}

function gapAt(gaps: readonly Gap[], at: number): string {
  const gap = gaps[at];
  return gap ? clozeGap(gap) : '';
}
