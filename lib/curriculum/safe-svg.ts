import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';
import type { SourceText } from './source-text';
import { type SvgElement, svgTree } from './svg-tree';

export type SafeSvg =
  | { readonly kind: 'safe'; readonly svg: SvgElement }
  | { readonly kind: 'refused'; readonly error: AuthorError };

/** What draws. Whatever runs, loads or links is not here. */
const elements =
  'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan title desc marker linearGradient radialGradient stop clipPath mask pattern'.split(
    ' ',
  );

const attributes =
  'id class viewBox xmlns width height preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry dx dy d points transform rotate href fill stroke opacity offset ' +
  'fill-opacity fill-rule stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit vector-effect paint-order ' +
  'color stop-color stop-opacity font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing textLength lengthAdjust ' +
  'marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient gradientUnits gradientTransform spreadMethod fx fy ' +
  'clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits patternUnits patternContentUnits patternTransform aria-hidden xml:space';
const allowed = new Set(attributes.split(' '));

const coloured = new Set(['fill', 'stroke', 'color', 'stop-color']);
const themed =
  /^(none|currentColor|transparent|inherit|context-fill|context-stroke|var\(--[\w-]+\)|url\(#[\w-]+\)|color-mix\(in oklch,[^<>]*var\(--[\w-]+\)[^<>]*\))$/;

type Refusal = { offset: number; message: string; expected?: string; fix?: string };

/** A drawing that can stand in the page itself, readable in both themes. Refused, not cleaned: an author is told, and nothing vanishes. */
export function safeSvg({ file, text }: SourceText): SafeSvg {
  const tree = svgTree(text);
  if ('fault' in tree) return refused(file, text, { offset: tree.offset, message: tree.fault });
  const refusal = rootRefusal(tree.root) ?? refusalIn(tree.root);
  return refusal ? refused(file, text, refusal) : { kind: 'safe', svg: tree.root };
}

function rootRefusal({ name, attributes: given, offset }: SvgElement): Refusal | undefined {
  if (name !== 'svg') return { offset, message: 'the file should begin with <svg' };
  if (given.viewBox) return undefined;
  return {
    offset,
    message: 'a figure has a viewBox, so that it can grow and shrink',
    fix: `<svg viewBox="0 0 ${sized(given.width) ?? 640} ${sized(given.height) ?? 320}" …>`,
  };
}

/** A number of the drawing's own units, with or without `px`. */
function sized(length: string | undefined): string | undefined {
  return /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(length ?? '')?.[1];
}

function refusalIn(element: SvgElement): Refusal | undefined {
  const { name, offset } = element;
  if (!elements.includes(name)) {
    const meant = didYouMean(name, elements);
    return {
      offset,
      message:
        name === 'style'
          ? '<style> has no place in a figure: looks are said where they are seen, by attributes such as fill and font-size'
          : `<${name}> has no place in a figure, which only draws${meant ? `; did you mean <${meant}>?` : ''}`,
      expected: `one of ${elements.join(', ')}`,
    };
  }
  for (const [attribute, value] of Object.entries(element.attributes)) {
    const message = attributeRefusal(attribute, value.trim());
    if (message) return { offset, message: `<${name} ${attribute}="${value}">: ${message}` };
  }
  for (const child of element.children) {
    const refusal = typeof child === 'string' ? undefined : refusalIn(child);
    if (refusal) return refusal;
  }
  return undefined;
}

function attributeRefusal(attribute: string, value: string): string | undefined {
  if (!allowed.has(attribute))
    return 'a figure does not have this attribute; looks are said by attributes such as fill and stroke-width';
  if (attribute === 'href' && !/^#[\w-]+$/.test(value)) return 'a reference points into the figure, "#…"';
  if (coloured.has(attribute) && !themed.test(value))
    return 'a colour that fits one theme only; write currentColor or a variable such as var(--accent)';
  if (/url\s*\(/i.test(value) && !/^url\(#[\w-]+\)$/.test(value)) return 'a figure loads nothing: url(#…) only';
  return undefined;
}

function refused(file: string, text: string, { offset, ...letter }: Refusal): SafeSvg {
  const before = text.slice(0, offset);
  const found = text.slice(offset).split('\n')[0]?.slice(0, 80) ?? '';
  const place = { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
  return { kind: 'refused', error: { file, ...place, rule: 'figure', found, ...letter } };
}
