import { derivedOrder } from './derived-order';
import { type Expression, type Fault, faultWords, namesIn } from './expression';
import { formula } from './formula';
import { holesIn, markHoles, readHole } from './hole';
import { isLocalized, type Parameters, type Template } from './parameters';
import { isFormula, mapTexts, type Place, textsOf } from './walk';

/** What is wrong with a template, at its place in the question. */
export type TemplateFault = {
  readonly place: Place;
  readonly message: string;
  readonly rule: string;
  readonly found?: string;
  readonly known?: readonly string[];
};

/** A question as an author wrote it, with its holes marked when it has parameters; of one that has none, a brace is a brace. */
export function markTemplate(written: unknown): unknown {
  if (written === null || typeof written !== 'object' || !('parameters' in written) || written.parameters === undefined)
    return written;
  return mapTexts(written, (text, place) =>
    place[0] === 'parameters' || place[0] === 'where' ? text : markHoles(text),
  );
}

/** Every formula read, every name known, nothing drawn in vain. What its numbers do is proved by drawing them (prove-variant.ts). */
export function templateFaults(question: Template): TemplateFault[] {
  const { parameters, where = [] } = question;
  if (!parameters) return withoutParameters(question);
  const faults: TemplateFault[] = [];
  const used = new Set<string>();

  const check = (of: Expression | Fault, place: Place, mayBeWords: boolean) => {
    if (of.kind === 'fault') faults.push(faultAt(of, place));
    else
      for (const { name, at } of namesIn(of)) {
        const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
        if (!parameter) faults.push(faultAt(unknownName(name, at, parameters), place));
        else if (isLocalized(parameter) && !mayBeWords) faults.push(wordsComputed(name, place));
        used.add(name);
      }
  };

  for (const [name, parameter] of Object.entries(parameters))
    if ('is' in parameter) check(formula(parameter.is), ['parameters', name, 'is'], false);
  for (const [at, condition] of where.entries()) check(formula(condition), ['where', at], false);
  for (const { text, place } of textsOf(question)) {
    if (place[0] === 'parameters' || place[0] === 'where') continue;
    if (isFormula(text, place)) check(formula(text), place, false);
    for (const source of holesIn(text)) {
      const hole = readHole(source);
      check(hole.kind === 'fault' ? hole : hole.of, place, true);
    }
  }
  return [...faults, ...circles(parameters), ...unused(parameters, used)];
}

function withoutParameters(question: Template): TemplateFault[] {
  const faults: TemplateFault[] = textsOf(question)
    .filter(({ text, place }) => isFormula(text, place))
    .map(({ text, place }) => ({
      place,
      rule: 'formula',
      message:
        'is a formula, and this question has no parameters to compute it from; write a number, or give it parameters',
      found: text,
    }));
  if (question.where)
    faults.push({ place: ['where'], rule: 'formula', message: 'there are no parameters that this could hold for' });
  return faults;
}

function faultAt({ found, known, ...rest }: Fault, place: Place): TemplateFault {
  const name = found.replace(/^"|"$/g, '');
  return {
    place,
    rule: 'formula',
    message: `the formula cannot be read: ${faultWords({ found, ...rest })}`,
    ...(known ? { found: name, known } : {}),
  };
}

function unknownName(name: string, at: number, parameters: Parameters): Fault {
  const known = Object.keys(parameters);
  return { kind: 'fault', at, expected: `one of the parameters ${known.join(', ')}`, found: `"${name}"`, known };
}

function wordsComputed(name: string, place: Place): TemplateFault {
  const message = `"${name}" reads differently in each language: it can be shown in a text, and not computed with`;
  return { place, rule: 'formula', message };
}

function circles(parameters: Parameters): TemplateFault[] {
  const order = derivedOrder(parameters);
  return Object.keys(parameters)
    .filter((name) => !order.includes(name))
    .map((name) => ({
      place: ['parameters', name],
      rule: 'formula',
      message: `"${name}" follows from itself, by way of the others; one of them has to be drawn`,
    }));
}

function unused(parameters: Parameters, used: ReadonlySet<string>): TemplateFault[] {
  return Object.keys(parameters)
    .filter((name) => !used.has(name))
    .map((name) => ({
      place: ['parameters', name],
      rule: 'unused-parameter',
      message: `nothing uses "${name}": no text has {${name}}, no formula names it`,
    }));
}
