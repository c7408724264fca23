import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, html, parseFragment } from 'parse5';
import { describe, expect, it, test } from 'vitest';
import { type DrawnRow, drawGradebook, type GradebookPicture } from '@/lib/gradebook/draw-gradebook';
import { clipText, escapeHtml } from '@/lib/gradebook/escape-html';
import { learnerRef } from '@/lib/gradebook/learner-ref';
import { xssCorpus } from '@/lib/gradebook/test-xss-corpus';

type Node = DefaultTreeAdapterTypes.ChildNode;

const words = { excused: 'exc.', none: '–', noName: 'no name' };

/** A screen of so many learners and columns, all texts alike. */
function picture(text: string, rows = 2, columns = 3): GradebookPicture {
  const sort = { text, href: `?sort=${text}`, sorted: 'ascending' as const };
  const row = (at: number): DrawnRow => ({
    href: `gradebook/${text}`,
    shortHref: `gradebook/${text}`,
    name: text,
    group: text,
    facts: [text, text, text],
    cells: Array.from({ length: columns }, (_, column) => ({
      score: column === 0 ? { kind: 'given', share: 0.5, worked: at } : { kind: 'worked', share: column / columns },
      isWaiting: false,
    })),
  });
  return {
    caption: text,
    name: sort,
    facts: [sort, { ...sort, sorted: null }, sort],
    columns: Array.from({ length: columns }, (_, number) => ({ text, href: `?of=${text}`, mark: `l${number}${text}` })),
    rows: Array.from({ length: rows }, (_, at) => row(at)),
    words: { ...words, excused: text, none: text },
  };
}

/** The elements of a fragment with the names of their attributes, in order; and its comments. */
function shapeOf(text: string): string[] {
  const shape: string[] = [];
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node.nodeName === '#comment') shape.push('comment');
      if (!('tagName' in node)) continue;
      shape.push(
        [node.tagName, node.namespaceURI === html.NS.HTML ? '' : 'foreign', ...node.attrs.map(({ name }) => name)].join(
          ' ',
        ),
      );
      walk(node.childNodes);
    }
  };
  walk(parseFragment(text).childNodes);
  return shape;
}

/** Every text and every attribute's value. */
function valuesOf(text: string): string[] {
  const values: string[] = [];
  const walk = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if ('value' in node) values.push(node.value);
      if (!('tagName' in node)) continue;
      values.push(...node.attrs.map(({ value }) => value));
      walk(node.childNodes);
    }
  };
  walk(parseFragment(text).childNodes);
  return values;
}

/** What a browser would make of the text: that is what must come back. */
const asHeld = (text: string) =>
  text.replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (it) => (it === '\n' || it === '\t' ? it : '\ufffd'));

describe('the gradebook as one string', () => {
  // An empty group is not shown: that is another table.
  const texts = xssCorpus.filter((text) => text !== '');
  const harmless = shapeOf(drawGradebook(picture('Ada')));

  test.each(texts.map((text, at) => [at, text]))(
    'takes no name, group, title or address for markup (%i)',
    (_, text) => {
      const drawn = drawGradebook(picture(text));
      expect(shapeOf(drawn)).toEqual(harmless);
      expect(valuesOf(drawn)).toContain(asHeld(text));
    },
  );

  it('has more than 60 texts to be tried with', () => expect(new Set(xssCorpus).size).toBeGreaterThan(60));

  test('an escape that forgets one mark is found', () => {
    const forgetful = (text: string) => escapeHtml(text).replaceAll('&quot;', '"');
    const found = xssCorpus.filter((text) => shapeOf(`<a href="${forgetful(text)}">x</a>`).join() !== 'a  href');
    expect(found.length).toBeGreaterThan(3);
  });

  it('leaves room for the page around it at 50 × 50, whatever the learners and lessons are called', () => {
    for (const name of ['Margaret Heafield Hamilton', '&'.repeat(200), '一位名字很长的学习者'.repeat(20)]) {
      const drawn = drawGradebook(fullScreen(name));
      expect(Buffer.byteLength(drawn)).toBeLessThan(156_000);
      expect(gzipSync(drawn).length).toBeLessThan(16_000);
    }
    expect(Buffer.byteLength(drawGradebook(fullScreen('Margaret Heafield Hamilton')))).toBeLessThan(135_000);
  });

  it('says an excused, a given, a missing and a waiting cell in signs, not in colours', () => {
    const [row] = picture('Ada', 1, 4).rows;
    if (!row) throw new Error('no row');
    const cells = [
      { score: { kind: 'excused', worked: 1 }, isWaiting: false },
      { score: { kind: 'given', share: 0.875, worked: 0.2 }, isWaiting: false },
      { score: { kind: 'none' }, isWaiting: false },
      { score: { kind: 'worked', share: 0.996 }, isWaiting: true },
    ] as const;
    const drawn = drawGradebook({
      ...picture('Ada', 0, 4),
      rows: [{ ...row, shortHref: 'gradebook/x', cells }],
      words,
    });
    expect(drawn).toContain('<td class=e><a href="gradebook/x#l0Ada">exc.</a>');
    expect(drawn).toContain('<td class=h4><a href="gradebook/x#l1Ada">88*</a>');
    expect(drawn).toContain('<td><a href="gradebook/x#l2Ada">–</a>');
    expect(drawn).toContain('<td class=h4><a href="gradebook/x#l3Ada">99…</a>');
  });
});

function fullScreen(name: string): GradebookPicture {
  const of = picture(name, 0, 50);
  const rows = Array.from({ length: 50 }, (_, at): DrawnRow => {
    const id = randomUUID();
    return {
      href: `gradebook/${id}`,
      shortHref: `?l=${learnerRef(id)}`,
      name: `${at} ${name}`,
      group: name,
      facts: ['43 %', '2', '21 Nov'],
      cells: of.columns.map((_, column) => ({
        score: { kind: 'worked', share: ((at * 37 + column * 53) % 101) / 100 },
        isWaiting: false,
      })),
    };
  });
  const facts = of.facts.map((fact) => ({ ...fact, text: 'Progress', href: '?sort=progress' }));
  const columns = of.columns.map(({ text }, number) => ({
    text,
    href: `?of=lesson:tcp-tls/handshakes-${number}`,
    mark: `l${number + 1}`,
  }));
  return {
    ...of,
    caption: name,
    name: { text: 'Learner', href: '?sort=name', sorted: null },
    facts,
    columns,
    rows,
    words,
  };
}

test('a text is cut between characters as people count them', () => {
  expect(clipText('Ada', 60)).toBe('Ada');
  expect(clipText('e\u0301'.repeat(60), 60)).toBe('e\u0301'.repeat(60));
  expect(clipText('e\u0301'.repeat(61), 60)).toBe(`${'e\u0301'.repeat(59)}…`);
  expect(clipText('👩‍👩‍👧‍👦'.repeat(3), 10)).toBe('👩‍👩‍👧‍👦'.repeat(3));
  expect(clipText(`a${'\u0336'.repeat(1000)}`, 10)).toBe('…');
});
