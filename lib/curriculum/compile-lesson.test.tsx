import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getMDXComponent } from 'mdx-bundler/client/jsx';
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Locale } from '@/lib/words/locale';
import { compileLesson, type Layout } from './compile-lesson';
import type { LessonText } from './lesson';

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'handrail-mdx-'));
  vi.stubEnv('DATA_DIR', data);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(data, { recursive: true });
});

const text = (body: string, locale: Locale = 'en'): LessonText => ({
  locale,
  file: 'content/a/en.mdx',
  title: '',
  lede: '',
  from: undefined,
  body,
  headings: [],
  readingMinutes: 1,
  isStale: false,
  places: [],
});

async function markup(body: string, layout: Layout = 'page', locale?: Locale): Promise<string> {
  const { code } = await compileLesson(text(body, locale), layout);
  const Words = getMDXComponent(code, { React, ReactDOM: {}, _jsx_runtime: jsxRuntime });
  return renderToStaticMarkup(<Words components={{ Note: 'aside' }} />);
}

async function html(body: string, layout?: Layout): Promise<string> {
  return (await markup(body, layout)).replaceAll('\n', '');
}

test('headings get their ids and lose the mark', async () => {
  expect(await html('## The `SYN` and you [#syn]\n')).toBe('<h2 id="syn">The <code>SYN</code> and you</h2>');
});

test('bold beside Chinese punctuation is bold', async () => {
  expect(await html('**先问：**再答。\n')).toBe('<p><strong>先问：</strong>再答。</p>');
});

test('a Chinese paragraph over several lines has no space where a line of the file ends; an English one and code do', async () => {
  const written = '先收到的是SYN，\n  再回`ACK`。\n\n它\nTCP\n报文段。\n';
  expect(await markup(written, 'page', 'zh')).toBe(
    '<p>先收到的是SYN，再回<code>ACK</code>。</p>\n<p>它TCP报文段。</p>',
  );
  expect(await markup('```text\n一行，\n两行。\n```\n', 'page', 'zh')).toContain('一行，\n两行。');
  expect(await markup('The word 握手\nmeans handshake.\n')).toBe('<p>The word 握手\nmeans handshake.</p>');
});

test('code has its colours by kind, its title and its marked lines', async () => {
  const made = await html('```http title="The request" {2}\nGET / HTTP/1.1\nHost: a\n```\n');
  expect(made).toContain('<pre title="The request" data-language="http">');
  expect(made).toContain('<span data-token="keyword">GET</span>');
  expect(made).toMatch(/<mark>.*Host.*<\/mark>/);
});

test('the view of both languages has a numbered section for every ##', async () => {
  expect(await html('A.\n\n## B [#b]\n\nC.\n', 'beside')).toBe(
    '<section style="--row:1"><p>A.</p></section><section data-section="b" style="--row:2"><h2 id="b">B</h2><p>C.</p></section>',
  );
  expect(await html('## B [#b]\n', 'beside')).toBe(
    '<section data-section="b" style="--row:2"><h2 id="b">B</h2></section>',
  );
});

test('frontmatter-like lines are words: nothing else reads them', async () => {
  expect(await html('---\n\nA.\n')).toBe('<hr/><p>A.</p>');
});

test('the same words are compiled once', async () => {
  await html('Once.\n');
  const kept = async () => (await readdir(data, { recursive: true })).filter((name) => name.endsWith('.js')).length;
  const before = await kept();
  await html('Once.\n');
  expect(await kept()).toBe(before);
  await html('Twice.\n');
  expect(await kept()).toBe(before + 1);
});

test('what the compiler refuses is told in the author’s file and line', async () => {
  await expect(compileLesson(text('A.\n\nB <3.\n'))).rejects.toMatchObject({
    name: 'ContentFault',
    errors: [{ file: 'content/a/en.mdx', line: 3, rule: 'mdx', fix: 'B \\<3.' }],
  });
});
