import { type Expression, type Fault, faultWords, namesIn } from '@/lib/formula/expression';
import { formula } from '@/lib/formula/formula';
import { derivedOrder } from './derived-order';
import { holesIn, markHoles, readHole } from './hole';
import { isSecretPlace } from './instantiate';
import { isLocalized, type Parameters, type Template } from './parameters';
import { isFormula, mapTexts, type Place, textsOf } from './walk';

const variantKinds = ['single-choice', 'multiple-choice', 'numeric', 'short-text', 'fill-in'];

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
export function templateFaults(question: Template & { kind: string }): TemplateFault[] {
  const { parameters, where = [] } = question;
  if (!parameters) return withoutParameters(question);
  if (!variantKinds.includes(question.kind)) {
    const message = `only ${variantKinds.join(', ')} can be asked with numbers of one's own`;
    return [{ place: ['parameters'], rule: 'formula', message, found: question.kind }];
  }
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
    const holes = holesIn(text);
    if (holes.length > 0 && !isSecretPlace(place) && !isShownPlace(place)) faults.push(noPlace(place, holes));
    for (const source of holes) {
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

const shownPlaces = [/^prompt\.(en|zh)$/, /^options\.\d+\.text\.(en|zh)$/, /^template\.(en|zh)$/];

/** Where what is shown can hold a number: elsewhere it is plain characters of a list or an attribute. */
function isShownPlace(place: Place): boolean {
  return shownPlaces.some((pattern) => pattern.test(place.join('.')));
}

function noPlace(place: Place, [source]: readonly string[]): TemplateFault {
  const message = `a number cannot stand here: it can in the prompt, in the text of an option, in a template, and in what is told after answering`;
  return { place, rule: 'formula', message, found: `{${source ?? ''}}` };
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
