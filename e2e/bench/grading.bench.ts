import fc from 'fast-check';
import type { Figure } from '../../lib/cli/bench';
import { feedbackOn, grade } from '../../lib/quiz/grade';
import { kinds } from '../../lib/quiz/kinds';
import type { Kind, Responses } from '../../lib/quiz/public-kinds';
import { type QuestionOf, questionSchema } from '../../lib/quiz/question';
import { inLetters, readResponse } from '../../lib/quiz/read-response';
import { everyKind, kindTests } from '../../lib/quiz/test-every-kind';

const rounds = 400;
const promised = 200;

/** From the JSON that arrived to the grade and all that is said about it: what one question costs, by kind. */
export async function run(): Promise<Figure[]> {
  return [...everyKind.map(figureOf), worstWords()];
}

function figureOf<K extends Kind>(kind: K): Figure {
  const { any, partsOf, answered } = kindTests[kind];
  const answers = fc.sample(any, { numRuns: 40, seed: 7 }).flatMap((question) => {
    const wrong = answered(question, Array<boolean>(partsOf(question)).fill(false));
    const both = [kinds[kind].fromKey(question), wrong].map((response) => ({
      question,
      raw: sent(question, response),
    }));
    // Where every box is right, whoever ticks none of them has not answered.
    return both.filter(({ raw }) => readResponse(question, raw).kind === 'complete');
  });
  return {
    name: `${kind}: read, graded and told`,
    value: microseconds(answers, feedbackOn),
    unit: 'µs',
    atMost: promised,
  };
}

function sent<K extends Kind>(question: QuestionOf<K>, response: Responses[K]): unknown {
  return JSON.parse(JSON.stringify(inLetters(question, response)));
}

/** Twelve blanks of forty forms and four patterns each, and the longest text in every one of them. */
function worstWords(): Figure {
  const forms = Array.from({ length: 40 }, (_, at) => `accepted form number ${at} of a text that is rather long`);
  const patterns = Array.from({ length: 4 }, (_, at) => `${'[some*] '.repeat(10)}end ${at}`);
  const ids = [...'abcdefghijkl'];
  const question = questionSchema.parse({
    id: 'worst',
    kind: 'fill-in',
    prompt: { en: 'Fill in' },
    template: { en: ids.map((id) => `{{${id}}}`).join(' ') },
    blanks: ids.map((id) => ({ id, kind: 'text', accept: forms, patterns })),
  });
  const raw = { blanks: Object.fromEntries(ids.map((id) => [id, 'some '.repeat(20).slice(0, 99)])) };
  return {
    name: 'fill-in: graded, the heaviest that may be written, the longest that may be sent',
    value: microseconds([{ question, raw }], () => ({})),
    unit: 'µs',
    atMost: promised,
  };
}

type Answer<K extends Kind> = { question: QuestionOf<K>; raw: unknown };

/** Of the middle round, for one answer. */
function microseconds<K extends Kind>(answers: readonly Answer<K>[], then: typeof feedbackOn<K>): number {
  const took = Array.from({ length: rounds }, () => {
    const before = process.hrtime.bigint();
    for (const { question, raw } of answers) {
      const read = readResponse(question, raw);
      if (read.kind !== 'complete') throw new Error(`not an answer: ${JSON.stringify({ raw, read })}`);
      grade(question, read.response);
      then(question, read.response);
    }
    return Number(process.hrtime.bigint() - before) / 1_000 / answers.length;
  });
  return took.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? Number.NaN;
}
