/** Element, attributes, what stands inside. What is `undefined` is left out; `raw` is XML already. */
export type Xml = string | { readonly raw: string } | readonly Xml[] | XmlNode | undefined;
type XmlNode = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly inside: readonly Xml[];
};

export function xml(name: string, attributes: XmlNode['attributes'] = {}, ...inside: Xml[]): XmlNode {
  return { name, attributes, inside };
}

/** XML has no way at all to hold these. */
const unwritable = /[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export function escapeXml(text: string): string {
  return text
    .replace(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** A whole document: an element that holds elements alone has them on lines of their own. */
export function xmlDocument(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written(node: Xml, indent: string): string {
  if (node === undefined) return '';
  if (typeof node === 'string') return escapeXml(node);
  if ('raw' in node) return node.raw.replace(unwritable, '\ufffd');
  if (!('name' in node)) return node.map((one) => written(one, indent)).join('');
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('\n', '&#10;')}"`)
    .join('');
  const inside = node.inside.flat(8).filter((one) => one !== undefined);
  if (inside.length === 0) return `<${node.name}${attributes}/>`;
  const isBlock = inside.every((one) => typeof one === 'object' && 'name' in one);
  const deeper = `${indent}  `;
  const body = isBlock
    ? `${inside.map((one) => `\n${deeper}${written(one, deeper)}`).join('')}\n${indent}`
    : inside.map((one) => written(one, deeper)).join('');
  return `<${node.name}${attributes}>${body}</${node.name}>`;
}
