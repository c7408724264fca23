import type { Exchanged, ExchangedUnit, NumberAnswer, ReadFile, Text, Weighted } from '../exchanged';
import { plainNumber } from '../gift/gift-answers';
import { limits } from '../limits';
import { parseXml, type XmlElement, XmlFault } from '../xml/parse-xml';
import { elementOf, elementsOf, wordsIn } from '../xml/xml-elements';
import { clozeOf } from './cloze';

/** A file of questions as Moodle writes it (https://docs.moodle.org/en/Moodle_XML_format). Pure. */
export function parseMoodle(text: string): ReadFile {
  try {
    const root = parseXml(text);
    if (root.name !== 'quiz')
      throw new XmlFault(`the root element is <${root.name}>; in Moodle XML it is <quiz>`, root);
    return questionsIn(root);
  } catch (fault) {
    if (!(fault instanceof XmlFault)) throw fault;
    return { questions: [], faults: [{ ...fault.spot, message: fault.message }] };
  }
}

function questionsIn(root: XmlElement): ReadFile {
  const questions: Exchanged[] = [];
  const faults: ReadFile['faults'][number][] = [];
  let category: string | undefined;
  for (const element of elementsOf(root)) {
    if (element.name !== 'question') continue;
    const spot = { line: element.line, column: element.column };
    if (questions.length >= limits.questions) {
      faults.push({ ...spot, message: `more than ${limits.questions} questions` });
      break;
    }
    if (element.attributes.get('type') === 'category')
      category = wordsIn(elementOf(elementOf(element, 'category'), 'text'));
    else
      try {
        questions.push(questionOf(element, category));
      } catch (fault) {
        if (!(fault instanceof XmlFault)) throw fault;
        faults.push({ ...fault.spot, message: fault.message });
        if (faults.length >= limits.faults) break;
      }
  }
  return { questions, faults };
}

function questionOf(element: XmlElement, category: string | undefined): Exchanged {
  const type = element.attributes.get('type') ?? '';
  const text = textOf(elementOf(element, 'questiontext')) ?? { format: 'html', text: '' };
  const name = wordsIn(elementOf(elementOf(element, 'name'), 'text'));
  const explanation = textOf(elementOf(element, 'generalfeedback'));
  const idNumber = wordsIn(elementOf(element, 'idnumber'));
  const cloze = type === 'cloze' || type === 'multianswer' ? clozeOf(text.text) : undefined;
  return {
    line: element.line,
    column: element.column,
    name:
      name ||
      text.text
        .replace(/<[^<>]*>|\s+/g, ' ')
        .trim()
        .slice(0, 60) ||
      type,
    text: cloze ? { format: text.format, text: cloze.text } : text,
    ...(idNumber ? { idNumber } : {}),
    ...(explanation ? { explanation } : {}),
    hints: elementsOf(element, 'hint').flatMap((hint) => textOf(hint) ?? []),
    tags: elementsOf(elementOf(element, 'tags') ?? element, 'tag').map((tag) => wordsIn(elementOf(tag, 'text'))),
    ...(category ? { category } : {}),
    unread: unreadIn(element),
    asked: cloze?.asked ?? askedIn(element, type),
  };
}

const formats: Readonly<Record<string, Text['format']>> = {
  html: 'html',
  moodle_auto_format: 'moodle',
  plain_text: 'plain',
  markdown: 'markdown',
};

/** `<questiontext format="html"><text>…</text></questiontext>`; nothing when it says nothing. */
function textOf(element: XmlElement | undefined, usual: Text['format'] = 'html'): Text | undefined {
  const text = wordsIn(elementOf(element, 'text'));
  const format = element?.attributes.get('format') ?? '';
  return text === ''
    ? undefined
    : { format: Object.hasOwn(formats, format) ? (formats[format] ?? usual) : usual, text };
}

function askedIn(element: XmlElement, type: string): Exchanged['asked'] {
  switch (type) {
    case 'multichoice':
      return {
        kind: 'choice',
        single: isYes(wordsIn(elementOf(element, 'single')), true),
        answers: elementsOf(element, 'answer').map((one) => weighted(one, textOf(one) ?? { format: 'html', text: '' })),
      };
    case 'truefalse':
      return {
        kind: 'choice',
        single: true,
        options: 'true-false',
        answers: elementsOf(element, 'answer').map((one) =>
          weighted(one, { format: 'plain', text: wordsIn(elementOf(one, 'text')).toLowerCase() }),
        ),
      };
    case 'shortanswer':
      return {
        kind: 'words',
        exactCase: isYes(wordsIn(elementOf(element, 'usecase')), false),
        answers: elementsOf(element, 'answer').map((one) => weighted(one, wordsIn(elementOf(one, 'text')))),
      };
    case 'numerical':
      return {
        kind: 'number',
        answers: elementsOf(element, 'answer').map((one) => weighted(one, numberOf(one))),
        units: elementsOf(elementOf(element, 'units') ?? element, 'unit').map(unitOf),
      };
    case 'matching':
    case 'match':
      return {
        kind: 'matching',
        pairs: elementsOf(element, 'subquestion').map((pair) => ({
          left: textOf(pair) ?? { format: 'html', text: '' },
          right: wordsIn(elementOf(elementOf(pair, 'answer'), 'text')),
        })),
      };
    case 'ordering':
      return { kind: 'ordering', steps: elementsOf(element, 'answer').flatMap((one) => textOf(one) ?? []) };
    case 'essay': {
      const guidance = textOf(elementOf(element, 'graderinfo'));
      return { kind: 'essay', ...(guidance ? { guidance } : {}) };
    }
    case 'description':
      return { kind: 'description' };
    default:
      return { kind: 'unknown', name: type || 'question without a type' };
  }
}

function weighted<T>(element: XmlElement, answer: T): Weighted<T> {
  const fraction = element.attributes.get('fraction') ?? '';
  if (!plainNumber.test(fraction))
    throw new XmlFault(
      `fraction="${fraction.slice(0, 20)}" is no number; it is a share in percent, fraction="100"`,
      element,
    );
  const feedback = textOf(elementOf(element, 'feedback'));
  return { answer, weight: Number(fraction), ...(feedback ? { feedback } : {}) };
}

function numberOf(element: XmlElement): NumberAnswer {
  const said = wordsIn(elementOf(element, 'text'));
  if (said === '*') return 'any';
  const tolerance = wordsIn(elementOf(element, 'tolerance')) || '0';
  for (const one of [said, tolerance])
    if (!plainNumber.test(one)) throw new XmlFault(`"${one.slice(0, 40)}" is no number`, element);
  return { value: Number(said), tolerance: Math.abs(Number(tolerance)) };
}

function unitOf(element: XmlElement): ExchangedUnit {
  const multiplier = Number(wordsIn(elementOf(element, 'multiplier')) || '1');
  if (!(multiplier > 0 && Number.isFinite(multiplier)))
    throw new XmlFault('the multiplier of a unit is a number above 0', element);
  return { name: wordsIn(elementOf(element, 'unit_name')), multiplier };
}

function isYes(said: string, usual: boolean): boolean {
  return said === '' ? usual : said === 'true' || said === '1';
}

/** What Moodle writes of itself where its author said nothing. */
const standard = /^(?:<p>)?Your answer is (?:correct|partially correct|incorrect)\.(?:<\/p>)?$/;
const notRead = [
  'correctfeedback',
  'partiallycorrectfeedback',
  'incorrectfeedback',
  'responsetemplate',
  'instructions',
];

function unreadIn(element: XmlElement): string[] {
  const told = notRead.flatMap((name) => {
    const text = wordsIn(elementOf(elementOf(element, name), 'text'));
    return text === '' || standard.test(text) ? [] : [`${name} ("${text.replace(/<[^<>]*>/g, '').slice(0, 60)}")`];
  });
  return [...told, ...filesIn(element, 0).map((name) => `the file ${name}`)];
}

function filesIn(element: XmlElement, depth: number): string[] {
  if (depth > 6) return [];
  return elementsOf(element).flatMap((child) =>
    child.name === 'file' ? [child.attributes.get('name') ?? 'without a name'] : filesIn(child, depth + 1),
  );
}
