import type { AuthorError } from './author-error';
import type { SourceText } from './source-text';

export type SafeSvg =
  | { readonly kind: 'safe'; readonly svg: string }
  | { readonly kind: 'refused'; readonly error: AuthorError };

/** What would run, load from elsewhere or escape the drawing. Refused, not removed: an author is told, and nothing vanishes. */
const refused: readonly (readonly [RegExp, string])[] = [
  [/<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<!\[CDATA\[/i, 'a document type, an entity or CDATA has no place in a figure'],
  [
    /<\s*(script|foreignObject|iframe|object|embed|animate|set|image|style|a|audio|video|handler|listener)\b/i,
    'a figure only draws: no scripts, styles, links, pictures or foreign content',
  ],
  [/\son[a-z]+\s*=/i, 'an event handler has no place in a figure'],
  [/\b(?:xlink:)?href\s*=\s*(?!["']#)/i, 'a reference in a figure points into the figure, href="#…"'],
  [/(?:url\s*\(\s*(?!["']?#)|@import)/i, 'a figure loads nothing: url(#…) only'],
  [
    /\s(?:fill|stroke|stop-color|color)\s*=\s*["'](?!none|currentColor|transparent|inherit|context-|var\(|url\()/i,
    'a colour that fits one theme only; write currentColor or one of the variables, like var(--accent)',
  ],
];

/** SVG that can stand in the page itself, readable in both themes. */
export function safeSvg({ file, text }: SourceText): SafeSvg {
  const svg = text
    .replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/^\s*<\?xml[^>]*\?>/, (declaration) => declaration.replace(/[^\n]/g, ' '));
  if (!/^\s*<svg[\s>]/.test(svg)) return no(file, svg, 0, 'the file should begin with <svg');
  if (!/<svg[^>]*\sviewBox=/.test(svg))
    return no(
      file,
      svg,
      svg.indexOf('<svg'),
      'a figure has a viewBox, so that it can grow and shrink',
      '<svg viewBox="0 0 640 320" …>',
    );
  for (const [pattern, message] of refused) {
    const found = pattern.exec(svg);
    if (found) return no(file, svg, found.index, message);
  }
  return { kind: 'safe', svg: svg.trim() };
}

function no(file: string, svg: string, index: number, message: string, fix?: string): SafeSvg {
  const before = svg.slice(0, index + (svg.slice(index).match(/^\s/)?.[0].length ?? 0));
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  const found = svg.slice(before.length).split('\n')[0]?.slice(0, 80) ?? '';
  return { kind: 'refused', error: { file, line, column, rule: 'figure', message, found, ...(fix ? { fix } : {}) } };
}
