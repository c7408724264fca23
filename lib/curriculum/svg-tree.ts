/** A drawing as a tree. `offset` is where it begins in the file. */
export type SvgElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgElement | string)[];
  readonly offset: number;
};

export type SvgTree = { readonly root: SvgElement } | { readonly fault: string; readonly offset: number };

type Open = { name: string; attributes: Record<string, string>; children: (SvgElement | string)[]; offset: number };

/** Whoever walks the tree calls itself for each. */
const mostLevels = 64;

// One piece of XML at a time: what may be skipped, a closing tag, an opening tag, text.
const skipped = /<!--[\s\S]*?-->|<\?xml[^>]*\?>/y;
const closing = /<\/([A-Za-z][\w:.-]*)\s*>/y;
const opening = /<([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const words = /[^<]+/y;
const attribute = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads the XML of a drawing: elements, attributes, text. No document types, no entities of its own, no CDATA. */
export function svgTree(text: string): SvgTree {
  const open: Open[] = [];
  let root: SvgElement | undefined;
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const close = (element: Open) => {
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  };

  while (at < text.length) {
    const skip = take(skipped);
    const end = skip ? null : take(closing);
    const start = skip || end ? null : take(opening);
    const plain = skip || end || start ? null : take(words);
    if (end) {
      const element = open.pop();
      if (!element || element.name !== end[1])
        return {
          fault: element ? `<${element.name}> is closed by </${end[1]}>` : `</${end[1]}> closes nothing`,
          offset: at,
        };
      close(element);
    } else if (start) {
      if (root) return { fault: 'a drawing is one <svg>; something follows it', offset: at };
      const element: Open = {
        name: start[1] ?? '',
        attributes: attributesOf(start[2] ?? ''),
        children: [],
        offset: at,
      };
      if (open.length >= mostLevels) return { fault: `a drawing is nested at most ${mostLevels} deep`, offset: at };
      if (start[3] === '/') close(element);
      else open.push(element);
    } else if (plain) {
      const parent = open.at(-1);
      if (parent) parent.children.push(decoded(plain[0]));
      else if (plain[0].trim() !== '') return { fault: 'text stands outside the drawing', offset: at };
    } else if (!skip) return { fault: 'this is not XML that a drawing may have', offset: at };
    at += (skip ?? end ?? start ?? plain)?.[0].length ?? 1;
  }
  const unclosed = open.at(-1);
  if (unclosed) return { fault: `<${unclosed.name}> is never closed`, offset: unclosed.offset };
  return root ? { root } : { fault: 'the file should begin with <svg', offset: 0 };
}

function attributesOf(written: string): Record<string, string> {
  const found = [...written.matchAll(attribute)].map(([, name = '', double, single]) => [
    name,
    decoded(double ?? single ?? ''),
  ]);
  return Object.fromEntries(found);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
