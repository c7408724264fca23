import { settled } from '@/lib/quiz/number-key';
import type { Question } from '@/lib/quiz/question';
import { formsOf, type WordsKey } from '@/lib/quiz/words-key';
import type { Localized } from '@/lib/words/locale';
import { type NumberKey, takeNumber } from '../take/take-number';
import { formsOfPattern } from '../take/take-words';
import { NotTaken, type Taking } from '../take/taking';
import { blockHtmlOf, inlineHtmlOf } from '../text/markdown-html';
import { type Xml, xml } from '../xml/write-xml';
import { addPoints, conditions, isRight, mapped, near, setOutcome, value, variable } from './qti-rules';

/** What a learner is told when `FEEDBACK` holds the name. */
export type ModalFeedback = { readonly identifier: string; readonly html: string };

/** The parts of an item that its kind decides. */
export type Interaction = {
  readonly declarations: readonly Xml[];
  readonly body: readonly Xml[];
  /** Sets SCORE, and adds names to FEEDBACK. */
  readonly processing: readonly Xml[];
  readonly feedback: readonly ModalFeedback[];
  /** A person has to give the points. */
  readonly isByPerson?: true;
};

export function interactionOf(taking: Taking, question: Question): Interaction {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return choice(taking, question);
    case 'ordering':
      return ordering(taking, question);
    case 'matching':
      eachMistake(taking, question.lefts);
      return places(
        taking,
        question.credit,
        question.lefts.map(({ text, match }) => ({ text, place: match })),
        question.rights,
      );
    case 'categorising':
      eachMistake(taking, question.items);
      return places(
        taking,
        question.credit,
        question.items.map(({ text, category }) => ({ text, place: category })),
        question.categories,
      );
    case 'numeric':
      return number(taking, question);
    case 'short-text': {
      const entry = wordsEntry(taking, 'RESPONSE', question);
      return { ...entry, body: [xml('p', {}, entry.box)] };
    }
    case 'fill-in':
      return fillIn(taking, question);
    case 'written':
      return written(taking, question);
    case 'pointing':
      throw new NotTaken('pointing at bytes or at a drawing is not written as QTI');
    case 'prediction':
      throw new NotTaken('what the lab does next is computed here, and QTI has no lab');
  }
}

type Kind<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** An id of ours may begin with a digit; an identifier of XML may not. */
const named = (id: string) => `o-${id}`;

const correctResponse = (values: readonly (string | number)[]) =>
  xml('qti-correct-response', {}, ...values.map((one) => xml('qti-value', {}, String(one))));

const declaration = (cardinality: string, type: string, identifier: string, ...inside: Xml[]) =>
  xml('qti-response-declaration', { 'base-type': type, cardinality, identifier }, ...inside);

const raw = (taking: Taking, text: Localized): Xml => ({ raw: blockHtmlOf(taking.markdown(text), 'mathml') });

/** Where only words may stand, blocks become lines. */
function words(taking: Taking, text: Localized): Xml {
  const { html, isWhole } = inlineHtmlOf(taking.markdown(text), 'mathml');
  if (!isWhole) taking.note('approximated', 'a list or a table where QTI takes words alone');
  return { raw: html };
}

function told(taking: Taking, identifier: string, feedback: Localized | undefined): ModalFeedback[] {
  return feedback ? [{ identifier, html: blockHtmlOf(taking.markdown(feedback), 'mathml') }] : [];
}

const tell = (identifier: string) =>
  setOutcome('FEEDBACK', xml('qti-multiple', {}, variable('FEEDBACK'), value('identifier', identifier)));

function choice(taking: Taking, question: Kind<'single-choice'> | Kind<'multiple-choice'>): Interaction {
  taking.misconceptions(question.options);
  const isSingle = question.kind === 'single-choice';
  const rights = question.options.filter(({ right }) => right);
  const isMapped = !isSingle && question.credit === 'right-minus-wrong';
  const share = Number((1 / rights.length).toFixed(6));
  const mapping = xml(
    'qti-mapping',
    { 'lower-bound': 0, 'upper-bound': 1, 'default-value': -share },
    ...rights.map(({ id }) => xml('qti-map-entry', { 'map-key': named(id), 'mapped-value': share })),
  );
  const feedback = question.options.flatMap((option) => told(taking, named(option.id), option.feedback));
  return {
    declarations: [
      declaration(
        isSingle ? 'single' : 'multiple',
        'identifier',
        'RESPONSE',
        correctResponse(rights.map(({ id }) => named(id))),
        isMapped ? mapping : undefined,
      ),
    ],
    body: [
      xml(
        'qti-choice-interaction',
        { 'response-identifier': 'RESPONSE', 'max-choices': isSingle ? 1 : 0, shuffle: 'true' },
        ...question.options.map(({ id, text }) =>
          xml('qti-simple-choice', { identifier: named(id) }, words(taking, text)),
        ),
      ),
    ],
    processing: [
      isMapped
        ? setOutcome('SCORE', mapped('RESPONSE'))
        : conditions([{ if: isRight('RESPONSE'), does: [setOutcome('SCORE', value('float', 1))] }]),
      ...feedback.map(({ identifier }) => {
        const said = value('identifier', identifier);
        const holds = isSingle
          ? xml('qti-match', {}, variable('RESPONSE'), said)
          : xml('qti-member', {}, said, variable('RESPONSE'));
        return conditions([{ if: holds, does: [tell(identifier)] }]);
      }),
    ],
    feedback,
  };
}

function ordering(taking: Taking, { steps }: Kind<'ordering'>): Interaction {
  if (steps.some(({ feedback }) => feedback)) taking.note('lost', 'what is said to a step that stands too early');
  return {
    declarations: [declaration('ordered', 'identifier', 'RESPONSE', correctResponse(steps.map(({ id }) => named(id))))],
    body: [
      xml(
        'qti-order-interaction',
        { 'response-identifier': 'RESPONSE', shuffle: 'true' },
        ...steps.map(({ id, text }) => xml('qti-simple-choice', { identifier: named(id) }, words(taking, text))),
      ),
    ],
    processing: [conditions([{ if: isRight('RESPONSE'), does: [setOutcome('SCORE', value('float', 1))] }])],
    feedback: [],
  };
}

function eachMistake(
  taking: Taking,
  parts: readonly {
    feedback?: Localized | undefined;
    mistakes: readonly unknown[];
    misconception?: string | undefined;
  }[],
): void {
  taking.misconceptions(parts);
  if (parts.some(({ feedback, mistakes }) => feedback || mistakes.length > 0))
    taking.note('lost', 'what is said to something in a wrong place');
}

/** Pairs and categories: what is given a place, and the places, of which one may hold several. */
function places(
  taking: Taking,
  credit: 'each-part' | 'all-or-nothing',
  parts: readonly { readonly text: Localized; readonly place: string }[],
  targets: readonly { readonly id: string; readonly text: Localized }[],
): Interaction {
  const pairs = parts.map(({ place }, at) => `p-${at + 1} ${named(place)}`);
  const share = Number((1 / parts.length).toFixed(6));
  const mapping = xml(
    'qti-mapping',
    { 'lower-bound': 0, 'upper-bound': 1, 'default-value': 0 },
    ...pairs.map((pair) => xml('qti-map-entry', { 'map-key': pair, 'mapped-value': share })),
  );
  const isMapped = credit === 'each-part';
  const side = (ids: readonly string[], texts: readonly Localized[], most: number) =>
    xml(
      'qti-simple-match-set',
      {},
      ...ids.map((identifier, at) =>
        xml('qti-simple-associable-choice', { identifier, 'match-max': most }, words(taking, texts[at] ?? {})),
      ),
    );
  return {
    declarations: [
      declaration('multiple', 'directedPair', 'RESPONSE', correctResponse(pairs), isMapped ? mapping : undefined),
    ],
    body: [
      xml(
        'qti-match-interaction',
        { 'response-identifier': 'RESPONSE', 'max-associations': parts.length, shuffle: 'true' },
        side(
          parts.map((_, at) => `p-${at + 1}`),
          parts.map(({ text }) => text),
          1,
        ),
        side(
          targets.map(({ id }) => named(id)),
          targets.map(({ text }) => text),
          parts.length,
        ),
      ),
    ],
    processing: [
      isMapped
        ? setOutcome('SCORE', mapped('RESPONSE'))
        : conditions([{ if: isRight('RESPONSE'), does: [setOutcome('SCORE', value('float', 1))] }]),
    ],
    feedback: [],
  };
}

type Entry = Omit<Interaction, 'body'> & { readonly box: Xml };

function number(taking: Taking, question: Kind<'numeric'>): Interaction {
  const entry = numberEntry(taking, 'RESPONSE', question);
  const first = question.units?.[0];
  if (question.units && question.units.length > 1) taking.note('lost', 'that it may be given in other units');
  const unit = question.unit
    ? taking.markdown(question.unit)
    : typeof first === 'string'
      ? first
      : first
        ? taking.markdown(first.text)
        : '';
  return { ...entry, body: [xml('p', {}, entry.box, unit === '' ? undefined : ` ${unit}`)] };
}

function numberEntry(taking: Taking, identifier: string, key: NumberKey, share = 1): Entry {
  const numbers = takeNumber(taking, key);
  const feedback: ModalFeedback[] = [];
  const branches = numbers.flatMap(({ answer, weight }, at) => {
    if (answer === 'any') return [];
    const mistake = key.mistakes[at - 1];
    const name = `${identifier}-m-${at}`;
    if (mistake) feedback.push(...told(taking, name, mistake.feedback));
    const does = weight === 100 ? [addPoints(value('float', share))] : [tell(name)];
    return [{ if: near(identifier, answer.value, answer.tolerance), does }];
  });
  return {
    declarations: [declaration('single', 'float', identifier, correctResponse([settled(key.value)]))],
    box: xml('qti-text-entry-interaction', { 'response-identifier': identifier, 'expected-length': 20 }),
    processing: [conditions(branches)],
    feedback,
  };
}

function wordsEntry(taking: Taking, identifier: string, key: WordsKey, share = 1): Entry {
  taking.misconceptions(key.near);
  if (key.punctuation === 'ignore')
    taking.note('approximated', 'closing punctuation and the width of letters count there');
  const isExact = key.case === 'exact';
  const forms = (one: { accept?: WordsKey['accept'] | undefined; patterns?: string[] | undefined }) => [
    ...formsOf(one.accept ?? []),
    ...(one.patterns ?? []).flatMap((pattern) => plainForms(taking, pattern)),
  ];
  const entry = (form: string, points: number) =>
    xml('qti-map-entry', { 'map-key': form, 'mapped-value': points, 'case-sensitive': String(isExact) });
  const right = [...new Set(forms(key))];
  const isSame = (form: string, said: readonly Xml[]) =>
    xml(
      'qti-string-match',
      { 'case-sensitive': String(isExact) },
      variable(identifier),
      value('string', form),
      ...said,
    );
  const feedback: ModalFeedback[] = [];
  const branches = key.near.flatMap((one, at) => {
    const listed = forms(one);
    const name = `${identifier}-n-${at + 1}`;
    if (listed.length === 0) return [];
    feedback.push(...told(taking, name, one.feedback));
    return [{ if: xml('qti-or', {}, ...listed.map((form) => isSame(form, []))), does: [tell(name)] }];
  });
  return {
    declarations: [
      declaration(
        'single',
        'string',
        identifier,
        correctResponse(right.slice(0, 1)),
        xml('qti-mapping', { 'default-value': 0 }, ...right.map((form) => entry(form, share))),
      ),
    ],
    box: xml('qti-text-entry-interaction', { 'response-identifier': identifier, 'expected-length': 20 }),
    processing: [addPoints(mapped(identifier)), conditions(branches)],
    feedback,
  };
}

/** QTI compares whole texts: a pattern is the forms it stands for, or nothing. */
function plainForms(taking: Taking, pattern: string): string[] {
  const forms = formsOfPattern(pattern);
  if (forms && !forms.some((form) => /(?<!\\)\*/.test(form))) return forms.map((form) => form.replaceAll('\\*', '*'));
  taking.note('lost', `the pattern "${pattern}": QTI compares whole texts`);
  return [];
}

function fillIn(taking: Taking, question: Kind<'fill-in'>): Interaction {
  const isAll = question.credit === 'all-or-nothing';
  const share = Number((1 / question.blanks.length).toFixed(6));
  const entries = question.blanks.map((blank, at) => {
    const identifier = `RESPONSE-${at + 1}`;
    if (blank.kind === 'text') return wordsEntry(taking, identifier, blank, share);
    if (blank.kind === 'number') return numberEntry(taking, identifier, blank, share);
    return listEntry(taking, identifier, blank.options, share);
  });
  const ids = question.blanks.map(({ id }) => id);
  const template = taking.markdown(question.template);
  const { html, isWhole } = inlineHtmlOf(template, 'mathml');
  if (!isWhole) taking.note('approximated', 'a list or a table around its blanks');
  const pieces = html.split(/\{\{\s*([a-z0-9-]+)\s*\}\}/);
  const text = pieces.map((piece, at): Xml => (at % 2 === 0 ? { raw: piece } : entries[ids.indexOf(piece)]?.box));
  if (/<code>[^<]*\{\{/.test(html)) taking.note('approximated', 'its code is set as text, since a blank stands in it');
  const flat = /<code>[^<]*\{\{/.test(html)
    ? text.map((one) => (typeof one === 'object' && 'raw' in one ? { raw: one.raw.replace(/<\/?code>/g, '') } : one))
    : text;
  // All of it or none: what is less than the whole becomes nothing at the end.
  const whole = conditions([
    { if: xml('qti-lt', {}, variable('SCORE'), value('float', 0.999)), does: [setOutcome('SCORE', value('float', 0))] },
  ]);
  return {
    declarations: entries.flatMap(({ declarations }) => declarations),
    body: [xml('p', {}, ...flat)],
    processing: [...entries.flatMap(({ processing }) => processing), isAll ? whole : undefined],
    feedback: entries.flatMap(({ feedback }) => feedback),
  };
}

type Listed = Extract<Kind<'fill-in'>['blanks'][number], { kind: 'choice' }>['options'];

function listEntry(taking: Taking, identifier: string, options: Listed, share: number): Entry {
  taking.misconceptions(options);
  const feedback = options.flatMap((option) => told(taking, `${identifier}-${option.id}`, option.feedback));
  const right = options.filter((option) => option.right).map(({ id }) => named(id));
  return {
    declarations: [declaration('single', 'identifier', identifier, correctResponse(right))],
    box: xml(
      'qti-inline-choice-interaction',
      { 'response-identifier': identifier, shuffle: 'true' },
      ...options.map(({ id, text }) => xml('qti-inline-choice', { identifier: named(id) }, taking.markdown(text))),
    ),
    processing: [
      conditions([{ if: isRight(identifier), does: [addPoints(value('float', share))] }]),
      ...options.flatMap(({ id, feedback: said }) =>
        said
          ? [
              conditions([
                {
                  if: xml('qti-match', {}, variable(identifier), value('identifier', named(id))),
                  does: [tell(`${identifier}-${id}`)],
                },
              ]),
            ]
          : [],
      ),
    ],
    feedback,
  };
}

function written(taking: Taking, question: Kind<'written'>): Interaction {
  if (question.selfCheck.length > 0) taking.note('lost', 'the list to check one’s own text by');
  if (question.length.min > 1 || question.length.max < 4_000)
    taking.note('approximated', 'its length is a hint to the size of the box');
  const isSelf = question.marked === 'self';
  if (isSelf) taking.note('approximated', 'nobody’s points: its writer compares with the model answer');
  const rubric = question.rubric.map(({ text, points, guidance }) => [
    raw(taking, text),
    xml('p', {}, `(${points})`),
    guidance ? raw(taking, guidance) : undefined,
  ]);
  return {
    declarations: [declaration('single', 'string', 'RESPONSE')],
    body: [
      ...(rubric.length > 0
        ? [xml('qti-rubric-block', { use: 'scoring', view: 'scorer' }, xml('qti-content-body', {}, ...rubric))]
        : []),
      xml('qti-extended-text-interaction', {
        'response-identifier': 'RESPONSE',
        'expected-length': question.length.max,
      }),
    ],
    processing: question.answer ? [tell('model')] : [],
    feedback: told(taking, 'model', question.answer),
    isByPerson: true,
  };
}
