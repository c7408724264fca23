import type { Question } from '@/lib/quiz/question';
import { type Locale, languageTags } from '@/lib/words/locale';
import type { Note } from '../note';
import { NotTaken, Taking } from '../take/taking';
import { blockHtmlOf } from '../text/markdown-html';
import { xml, xmlDocument } from '../xml/write-xml';
import { interactionOf } from './qti-interaction';
import { setOutcome, value } from './qti-rules';

const asi = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const schema = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd';
const instance = 'http://www.w3.org/2001/XMLSchema-instance';
const asiSchema = {
  xmlns: asi,
  'xmlns:xsi': instance,
  'xsi:schemaLocation': `${asi} ${schema}/imsqti_asiv3p0_v1p0.xsd`,
};

export type QtiPackage = { readonly files: ReadonlyMap<string, string>; readonly notes: readonly Note[] };

/** A quiz as a package of QTI 3.0: an item for each question, a test that asks them all, and the manifest that names them. Pure. */
export function qtiPackage(
  questions: readonly Question[],
  { locale, lesson, title }: { locale: Locale; lesson: string; title: string },
): QtiPackage {
  const notes: Note[] = [];
  const items = new Map<string, string>();
  for (const question of questions) {
    const taking = new Taking(question.id, locale);
    try {
      items.set(question.id, item(taking, question));
      notes.push(...taking.notes);
    } catch (fault) {
      if (!(fault instanceof NotTaken)) throw fault;
      notes.push({ item: question.id, loss: 'left-out', why: fault.message });
    }
  }
  const ids = [...items.keys()];
  const name = lesson.replace(/[^a-z0-9]+/g, '-');
  const files = new Map<string, string>([
    ['imsmanifest.xml', manifest(name, ids)],
    ['test.xml', test(name, title, ids)],
    ...ids.map((id): [string, string] => [`items/${id}.xml`, items.get(id) ?? '']),
  ]);
  return { files, notes };
}

const identifierOf = (id: string) => `item-${id}`;

function item(taking: Taking, question: Question): string {
  if (question.parameters)
    throw new NotTaken('everyone gets numbers of their own in it; its formulas are not written as QTI');
  if (question.hints) taking.note('lost', `its hints (${question.hints.length})`);
  if (question.objective) taking.note('lost', 'its objective');
  if (question.use === 'assessed') taking.note('lost', 'that it is kept for assignments');
  if (question.moved) taking.note('lost', `that its id was ${question.moved} before`);
  const made = interactionOf(taking, question);
  const { explanation } = question;
  const feedback = [
    ...made.feedback,
    ...(explanation ? [{ identifier: 'explanation', html: blockHtmlOf(taking.markdown(explanation), 'mathml') }] : []),
  ];
  const explain = explanation
    ? [
        setOutcome(
          'FEEDBACK',
          xml('qti-multiple', {}, xml('qti-variable', { identifier: 'FEEDBACK' }), value('identifier', 'explanation')),
        ),
      ]
    : [];
  const processing = [...made.processing.filter((one) => one !== undefined), ...explain];
  return xmlDocument(
    xml(
      'qti-assessment-item',
      {
        ...asiSchema,
        identifier: identifierOf(question.id),
        title: question.id,
        adaptive: 'false',
        'time-dependent': 'false',
        'xml:lang': languageTags[taking.locale],
      },
      ...made.declarations,
      xml(
        'qti-outcome-declaration',
        {
          identifier: 'SCORE',
          cardinality: 'single',
          'base-type': 'float',
          'normal-maximum': 1,
          ...(made.isByPerson ? { 'external-scored': 'human' } : {}),
        },
        xml('qti-default-value', {}, xml('qti-value', {}, '0')),
      ),
      xml('qti-outcome-declaration', { identifier: 'FEEDBACK', cardinality: 'multiple', 'base-type': 'identifier' }),
      xml(
        'qti-item-body',
        {},
        xml('div', {}, { raw: blockHtmlOf(taking.markdown(question.prompt), 'mathml') }),
        ...made.body,
      ),
      processing.length > 0 ? xml('qti-response-processing', {}, ...processing) : undefined,
      ...feedback.map(({ identifier, html }) =>
        xml(
          'qti-modal-feedback',
          { 'outcome-identifier': 'FEEDBACK', identifier, 'show-hide': 'show' },
          xml('qti-content-body', {}, { raw: html }),
        ),
      ),
    ),
  );
}

function test(name: string, title: string, ids: readonly string[]): string {
  return xmlDocument(
    xml(
      'qti-assessment-test',
      { ...asiSchema, identifier: `test-${name}`, title },
      xml('qti-outcome-declaration', { identifier: 'SCORE', cardinality: 'single', 'base-type': 'float' }),
      xml(
        'qti-test-part',
        { identifier: 'part', 'navigation-mode': 'nonlinear', 'submission-mode': 'individual' },
        xml(
          'qti-assessment-section',
          { identifier: 'section', title, visible: 'true' },
          ...ids.map((id) => xml('qti-assessment-item-ref', { identifier: identifierOf(id), href: `items/${id}.xml` })),
        ),
      ),
      xml(
        'qti-outcome-processing',
        {},
        setOutcome('SCORE', xml('qti-sum', {}, xml('qti-test-variables', { 'variable-identifier': 'SCORE' }))),
      ),
    ),
  );
}

function manifest(name: string, ids: readonly string[]): string {
  const cp = 'http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1';
  const resource = (identifier: string, type: string, href: string, needs: readonly string[]) =>
    xml(
      'resource',
      { identifier, type, href },
      xml('file', { href }),
      ...needs.map((identifierref) => xml('dependency', { identifierref })),
    );
  return xmlDocument(
    xml(
      'manifest',
      {
        xmlns: cp,
        'xmlns:xsi': instance,
        'xsi:schemaLocation': `${cp} ${schema}/imsqtiv3p0_imscpv1p2_v1p0.xsd`,
        identifier: `manifest-${name}`,
      },
      xml('metadata', {}, xml('schema', {}, 'QTI Package'), xml('schemaversion', {}, '3.0.0')),
      xml('organizations'),
      xml(
        'resources',
        {},
        resource(`test-${name}`, 'imsqti_test_xmlv3p0', 'test.xml', ids.map(identifierOf)),
        ...ids.map((id) => resource(identifierOf(id), 'imsqti_item_xmlv3p0', `items/${id}.xml`, [])),
      ),
    ),
  );
}
