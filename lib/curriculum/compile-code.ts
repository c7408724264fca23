import type { Element, ElementContent, Root } from 'hast';
import { createCssVariablesTheme, createHighlighterCore, type HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { type BundledLanguage, bundledLanguages } from 'shiki/langs';
import { visit } from 'unist-util-visit';
import { onlyOne } from '@/lib/only-one';
import { type CodeMeta, readCodeMeta } from './code-meta';

const theme = 'handrail';

/**
 * How long the colouring of one line may take, in milliseconds; then it goes without colours. Half a second, as it is if nothing is said, is not
 * enough for the first line of a language while others use the machine, and the same words would come out one way or the other.
 */
const LONG_ENOUGH = 60_000;

/** The one highlighter of this process. It begins with no grammar; each is loaded when a lesson first uses it. */
function highlighter(): Promise<HighlighterCore> {
  return onlyOne('highlighter', () =>
    createHighlighterCore({
      themes: [createCssVariablesTheme({ name: theme, variablePrefix: '--shiki-' })],
      langs: [],
      engine: createJavaScriptRegexEngine({ forgiving: true }),
    }),
  );
}

/** A rehype plugin: code blocks in colour, with their title and their marked lines. What cannot be read was refused before. */
export function codeBlocks() {
  return async (tree: Root): Promise<void> => {
    const blocks: { pre: Element; code: Element }[] = [];
    visit(tree, 'element', (pre) => {
      const code = pre.tagName === 'pre' ? pre.children[0] : undefined;
      if (code?.type === 'element' && code.tagName === 'code') blocks.push({ pre, code });
    });
    for (const { pre, code } of blocks) await colour(pre, code);
  };
}

async function colour(pre: Element, code: Element): Promise<void> {
  const text = code.children
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')
    .replace(/\n$/, '');
  const written: unknown = code.data && Reflect.get(code.data, 'meta');
  const read = readCodeMeta(typeof written === 'string' ? written : '', text.split('\n').length);
  const meta: CodeMeta = 'meta' in read ? read.meta : { title: undefined, marked: [] };
  const language = languageOf(code);
  const lines = await colouredLines(text, language);
  pre.properties = { ...(meta.title === undefined ? {} : { title: meta.title }), 'data-language': language };
  code.properties = {};
  code.children = lines.flatMap((children, index): ElementContent[] => {
    const marked = meta.marked.includes(index + 1);
    const line: ElementContent[] = marked ? [{ type: 'element', tagName: 'mark', properties: {}, children }] : children;
    return index === 0 ? line : [{ type: 'text', value: '\n' }, ...line];
  });
}

function languageOf(code: Element): string {
  const classes = code.properties.className;
  const named = Array.isArray(classes) ? classes.find((name) => String(name).startsWith('language-')) : undefined;
  return String(named ?? 'language-text').slice('language-'.length);
}

async function colouredLines(text: string, language: string): Promise<ElementContent[][]> {
  if (!isBundled(language)) return text.split('\n').map((value) => [{ type: 'text', value }]);
  const shared = await highlighter();
  await shared.loadLanguage(bundledLanguages[language]);
  const { tokens } = shared.codeToTokens(text, { lang: language, theme, tokenizeTimeLimit: LONG_ENOUGH });
  return tokens.map((line) =>
    line.map(({ content, color }): ElementContent => {
      const kind = /--shiki-token-([\w-]+)/.exec(color ?? '')?.[1];
      const value: ElementContent = { type: 'text', value: content };
      // The page's own style sheet gives each kind its colour: shorter than a style attribute on every token.
      return kind ? { type: 'element', tagName: 'span', properties: { 'data-token': kind }, children: [value] } : value;
    }),
  );
}

function isBundled(language: string): language is BundledLanguage {
  return Object.hasOwn(bundledLanguages, language);
}
