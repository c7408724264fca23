import type { Exchanged, NumberAnswer, Text, Weighted } from '../exchanged';
import { escapeGift } from './gift-text';

/** What GIFT cannot hold; for whoever asks whether a question can be written. */
export function cannotBeGift({ asked }: Exchanged): string | undefined {
  switch (asked.kind) {
    case 'gaps':
      return 'GIFT has no text with several blanks';
    case 'ordering':
      return 'GIFT has no putting in order';
    case 'unknown':
      return `GIFT has no ${asked.name}`;
    case 'words': {
      const arrow = asked.answers.find(({ answer }) => answer.includes('->'));
      return arrow && `"${arrow.answer}" would be read as a pair to match: GIFT cannot escape "->"`;
    }
    default:
      return undefined;
  }
}

/** A file in GIFT. What it cannot hold (`cannotBeGift`) is to be taken out before. */
export function writeGift(questions: readonly Exchanged[]): string {
  let category: string | undefined;
  const blocks = questions.map((question) => {
    const moved =
      question.category === undefined || question.category === category
        ? ''
        : `$CATEGORY: ${escapeGift(question.category)}\n\n`;
    category = question.category ?? category;
    return `${moved}${block(question)}`;
  });
  return `${blocks.join('\n\n')}\n`;
}

function block({ name, text, idNumber, tags, explanation, asked }: Exchanged): string {
  const marks = [
    ...(idNumber === undefined ? [] : [`[id:${mark(idNumber)}]`]),
    ...tags.map((tag) => `[tag:${mark(tag)}]`),
  ];
  const comment = marks.length === 0 ? '' : `// ${marks.join(' ')}\n`;
  const after = explanation && explanation.text !== '' ? `\t####${inside(explanation, text)}\n` : '';
  const prompt = `${comment}::${escapeGift(name)}::[${text.format}]${escapeGift(text.text)}`;
  const answer = answerLines(asked, text);
  return answer === undefined ? prompt : `${prompt} {${answer}${after}}`;
}

const mark = (text: string) => text.replace(/[[\]\n]/g, ' ');

/** A text inside of the answer: its format is the question's when nothing is said. */
function inside(text: Text, usual: Text): string {
  const said = text.format === usual.format && !text.text.startsWith('[') ? '' : `[${text.format}]`;
  // A percent sign at the beginning would be read as a weight. In HTML it can be written otherwise.
  const words =
    said === '' && text.format === 'html' && text.text.startsWith('%') ? `&#37;${text.text.slice(1)}` : text.text;
  return `${said}${escapeGift(words)}`;
}

function answerLines(asked: Exchanged['asked'], usual: Text): string | undefined {
  const told = ({ feedback }: Weighted<unknown>) => (feedback ? `#${inside(feedback, usual)}` : '');
  const lines = (all: readonly string[]) => `\n${all.map((line) => `\t${line}\n`).join('')}`;
  switch (asked.kind) {
    case 'description':
      return undefined;
    case 'essay':
      return '';
    case 'choice':
      if (asked.options === 'true-false') return trueFalse(asked.answers, usual);
      return lines(
        asked.answers.map((one) => `${choiceMark(one.weight, asked.single)}${inside(one.answer, usual)}${told(one)}`),
      );
    case 'words':
      return lines(asked.answers.map((one) => `=%${one.weight}%${words(one.answer)}${told(one)}`));
    case 'number':
      return `#${lines(asked.answers.map((one) => (one.answer === 'any' ? `~${told(one)}` : `=%${one.weight}%${number(one.answer)}${told(one)}`)))}`;
    case 'matching':
      return lines(asked.pairs.map(({ left, right }) => `=${inside(left, usual)} -> ${escapeGift(right)}`));
    default:
      return undefined;
  }
}

/** A form that begins with a bracket could be read as the name of a format. */
function words(answer: string): string {
  return `${answer.startsWith('[') ? '[plain]' : ''}${escapeGift(answer)}`;
}

function choiceMark(weight: number, single: boolean): string {
  if (single && weight === 100) return '=';
  return weight === 0 ? '~' : `~%${weight}%`;
}

/** A number as every reader of GIFT knows it: no exponent. */
function number(answer: Exclude<NumberAnswer, 'any'>): string {
  return `${plain(answer.value)}:${plain(answer.tolerance)}`;
}

function plain(value: number): string {
  const said = String(value);
  return said.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 20 : 0).replace(/(\.\d*?)0+$/, '$1') : said;
}

function trueFalse(answers: readonly Weighted<Text>[], usual: Text): string {
  const right = answers.find(({ weight }) => weight === 100);
  const wrong = answers.find(({ weight }) => weight !== 100);
  const [ifWrong, ifRight] = [wrong?.feedback, right?.feedback];
  const first = ifWrong ? `#${inside(ifWrong, usual)}` : ifRight ? '#' : '';
  return `${right?.answer.text === 'true' ? 'TRUE' : 'FALSE'}${first}${ifRight ? `#${inside(ifRight, usual)}` : ''}`;
}
