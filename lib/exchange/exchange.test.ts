import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { questionStarters } from '@/lib/curriculum/question-starters';
import { questionSchema } from '@/lib/quiz/question';
import { bringQuestion } from './bring/bring-question';
import { parseGift } from './gift/parse-gift';
import { parseMoodle } from './moodle/parse-moodle';
import { writeMoodle } from './moodle/write-moodle';
import { qtiPackage } from './qti/qti-package';
import { takeQuestion } from './take/take-question';
import { markdownOf } from './text/markdown-of';
import { textOfBytes } from './text/text-of-bytes';
import { zip } from './zip';

const into = () => ({ locale: 'en' as const, objectives: [], taken: new Set<string>() });

function broughtGift(text: string) {
  const { questions, faults } = parseGift(text);
  expect(faults).toEqual([]);
  const shared = into();
  return questions.map((question) => bringQuestion(question, shared));
}

const gift = `// Rivers [id:delta] [tag:maps]
$CATEGORY: Rivers

::Mouth::[html]Where does the <b>Elbe</b> end? {
  =North Sea#Right.
  ~Baltic Sea#That is the Oder.
  ~%50%A sea
  ####It ends at Cuxhaven.
}

The Danube flows through {=Vienna ~Paris ~Rome} and Budapest.

::Length::How long is the Rhine, in km? {#=1233:5#Well known. =%0%865:1#The navigable part. }

::Pi::Say it {#2.505..2.506}

::Both::Which are rivers? {
~%50%Po

~%50%Ebro
~%-100%Etna
}

::Pairs::[plain]Match <them> {
=Spree -> Berlin
=Thames -> London
=Tiber -> Rome
= -> Oslo
####See a map.}

True \\: 1 \\= 1 \\{so\\} \\~ \\# \\\\ {TRUE#No.#Yes.}

::Word::Name it { =Nile =%0%Amazon#Not the longest. =%0%N*#Nearly. }

::Essay::[markdown]Write **two** lines.{####Rivers carry sand.}

These words ask nothing.
`;

describe('GIFT', () => {
  test('every form of question comes along, with what was lost named', () => {
    const [mouth, missing, length, pi, both, pairs, truth, word, essay, words, ...more] = broughtGift(gift);
    expect(more).toEqual([]);
    expect(mouth?.question).toMatchObject({
      id: 'mouth',
      kind: 'single-choice',
      prompt: { en: 'Where does the **Elbe** end?' },
      explanation: { en: 'It ends at Cuxhaven.' },
    });
    expect(mouth?.notes.map(({ loss }) => loss)).toEqual(['lost', 'approximated']);
    expect(missing?.question).toMatchObject({
      prompt: { en: 'The Danube flows through \\_\\_\\_\\_\\_ and Budapest.' },
    });
    expect(length?.question).toMatchObject({
      value: 1233,
      tolerance: 5,
      mistakes: [{ value: 865, tolerance: 1, feedback: { en: 'The navigable part.' } }],
      explanation: { en: 'Well known.' },
    });
    expect(pi?.question).toMatchObject({ value: 2.5055, tolerance: 0.0005 });
    expect(both?.question).toMatchObject({ kind: 'multiple-choice', credit: 'all-or-nothing' });
    expect(pairs?.question).toMatchObject({
      kind: 'matching',
      prompt: { en: 'Match \\<them\\>' },
      rights: [{ text: { en: 'Berlin' } }, {}, {}, { text: { en: 'Oslo' } }],
    });
    expect(truth?.question).toMatchObject({
      options: [
        { id: 'true', right: true, feedback: { en: 'Yes.' } },
        { id: 'false', feedback: { en: 'No.' } },
      ],
    });
    expect(word?.question).toMatchObject({ accept: ['Nile'], near: [{ accept: ['Amazon'] }, { patterns: ['N[*]'] }] });
    expect(essay?.question).toMatchObject({
      kind: 'written',
      marked: 'self',
      prompt: { en: 'Write **two** lines.' },
      answer: { en: 'Rivers carry sand.' },
    });
    expect(words?.question).toBeUndefined();
    expect(words?.notes).toMatchObject([{ loss: 'left-out', line: 37 }]);
  });

  test('line ends of Windows, a byte order mark and Chinese pass in silence', () => {
    const bytes = new TextEncoder().encode(
      `\ufeff${'::问::一加一？{\n#2\n}\n\n::问::二？{=二 =两}\n'.replaceAll('\n', '\r\n')}`,
    );
    const read = textOfBytes(bytes);
    const brought = broughtGift('text' in read ? read.text : '');
    expect(brought.map(({ question }) => question?.id)).toEqual(['question', 'question-2']);
    expect(brought.flatMap(({ notes }) => notes)).toEqual([]);
  });

  test.each([
    ['::never closed', 1, 1],
    ['A {=b', 1, 3],
    ['A }', 1, 3],
    ['A {=b} and {=c}', 1, 12],
    ['A {~b}', 1, 4],
    ['Fine {T}\n\nA {\n=1 -> 2\n=3\n}', 5, 1],
    ['A {#x}', 1, 5],
    ['A {#1:2:3}', 1, 5],
    ['A {=a ~ =c}', 1, 7],
  ])('names the place of what it cannot read: %j', (text, line, column) => {
    expect(parseGift(text).faults).toMatchObject([{ line, column }]);
  });

  test('open braces without end are told two hundred times, and soon', { timeout: 20_000 }, () => {
    expect(parseGift('A {\n\n'.repeat(50_000)).faults).toHaveLength(200);
  });

  test('a brace that is never closed costs one question', () => {
    expect(parseGift('One {T}\n\nTwo {=a\n\nThree {=b}\n')).toMatchObject({
      questions: [{}, {}],
      faults: [{ line: 3 }],
    });
  });
});

describe('HTML of another system', () => {
  test('scripts, images, frames and addresses that run are left out and named', () => {
    const { markdown, lost } = markdownOf({
      format: 'html',
      text: '<p onclick="x()">A<script>alert(1)</script> <img src="a.png" alt="map"> <a href="javascript:x()">b</a></p><iframe src="//x"></iframe>{{hole}}',
    });
    expect(markdown).toBe('A map b\n\n\\{\\{hole}}');
    expect(lost).toEqual([
      'a script',
      'an image (a.png)',
      'a link that does not lead to the web (javascript:x())',
      'a frame',
    ]);
  });

  test('an element that every object has is its words', () => {
    const text = '<constructor>a</constructor><valueof>b</valueof><hasownproperty>c</hasownproperty>';
    expect(markdownOf({ format: 'html', text })).toEqual({ markdown: 'abc', lost: [] });
  });

  // Each once took from seconds to minutes, or ended the command.
  test.each([
    ['html', '<'.repeat(90_000)],
    ['html', `<${'a'.repeat(90_000)}`],
    ['html', '\\('.repeat(45_000)],
    ['html', `<pre>${'\n'.repeat(90_000)}x</pre>`],
    ['html', `<code>${' '.repeat(90_000)}x</code>`],
    ['moodle', '\n'.repeat(90_000)],
    ['plain', '\n'.repeat(90_000)],
    ['markdown', '> '.repeat(40_000)],
    ['markdown', '- '.repeat(40_000)],
    ['markdown', '['.repeat(90_000)],
    ['markdown', '*'.repeat(90_000)],
  ] as const)('%s that was made to be slow is soon told apart: %#', { timeout: 20_000 }, (format, text) => {
    const { markdown, lost } = markdownOf({ format, text });
    expect(markdown.length).toBeLessThanOrEqual(2 * text.length);
    expect(lost.join()).not.toMatch(/undefined|native code/);
  });

  test('a hundred thousand elements inside of one another are refused', () => {
    expect(markdownOf({ format: 'html', text: '<b>'.repeat(30_000) }).lost).toHaveLength(1);
  });
});

describe('Moodle XML', () => {
  test.each([
    ['<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>', /document type/],
    ['<quiz>&nbsp;</quiz>', /no entity/],
    ['<quiz><question></quiz>', /<\/question> is expected/],
    ['<a>'.repeat(100), /nested deeper/],
    ['<quiz a="1" a="2"/>', /stands twice/],
    ['<quiz/><quiz/>', /second root/],
    ['<html/>', /root element/],
    ['', /no element/],
  ])('refuses %j', (text, why) => {
    expect(parseMoodle(text).faults).toMatchObject([{ message: expect.stringMatching(why) }]);
  });

  test('blanks in a text come along, and files are named as lost', () => {
    const text = `<quiz><question type="cloze"><name><text>Sea</text></name><questiontext format="html"><text><![CDATA[<p>Oslo lies in {1:MULTICHOICE:=Norway#Yes~Peru#No} at {1:SHORTANSWER:=the sea~%0%land#No}, {1:NM:=59.9:0.1} north</p>]]></text><file name="a.png" encoding="base64">AA==</file></questiontext></question></quiz>`;
    const [question] = parseMoodle(text).questions;
    const brought = question && bringQuestion(question, into());
    expect(brought?.question).toMatchObject({
      kind: 'fill-in',
      template: { en: 'Oslo lies in {{blank-1}} at {{blank-2}}, {{blank-3}} north' },
      blanks: [{ kind: 'choice' }, { kind: 'text' }, { kind: 'number', value: 59.9 }],
    });
    expect(brought?.notes).toMatchObject([{ why: 'the file a.png' }]);
  });
});

const starters = Object.entries(questionStarters).flatMap(([kind, starter]) => {
  const read = questionSchema.safeParse({ id: `a-${kind}`, kind, ...starter });
  return read.success ? [read.data] : [];
});

describe('what is written', () => {
  test('libxml2 reads every file, in both languages', async () => {
    expect(starters.length).toBeGreaterThanOrEqual(8);
    for (const locale of ['en', 'zh'] as const) {
      const { files } = qtiPackage(starters, { locale, lesson: 'path/lesson', title: 'A & B' });
      const taken = starters.flatMap((question) => takeQuestion(question, { locale, format: 'moodle' }).question ?? []);
      const all = [...files, ['moodle.xml', writeMoodle(taken)] as const];
      const { valid, errors } = await validateXML({
        xml: all.map(([name, contents]) => ({ fileName: name.replaceAll('/', '-'), contents })),
        normalization: 'format',
      });
      expect(errors).toEqual([]);
      expect(valid).toBe(true);
    }
  });

  test('each question that is not in a package is named in its report', () => {
    const { files, notes } = qtiPackage(starters, { locale: 'en', lesson: 'path/lesson', title: 'T' });
    for (const { id } of starters)
      expect(
        files.has(`items/${id}.xml`) !== notes.some(({ item, loss }) => item === id && loss === 'left-out'),
        id,
      ).toBe(true);
    const manifest = files.get('imsmanifest.xml') ?? '';
    for (const name of files.keys()) if (name !== 'imsmanifest.xml') expect(manifest).toContain(`href="${name}"`);
  });

  test('an archive holds its files, and no name that leads out of it', () => {
    const bytes = zip(
      new Map([
        ['a.txt', 'one'],
        ['b/c.txt', '二'.repeat(100)],
      ]),
    );
    const length = bytes.readUInt32LE(18);
    expect(inflateRawSync(bytes.subarray(35, 35 + length)).toString()).toBe('one');
    expect(() => zip(new Map([['../a', '']]))).toThrow('no name');
  });
});
