import type { MathNode } from './math-node';

const part = /<(\/?)([a-z]+)((?:\s+[a-z-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gu;
const attribute = /([a-z-]+)="([^"]*)"/gu;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" };

type Open = { name: string; attributes: Record<string, string>; children: (MathNode | string)[] };

/** The MathML that our own converter writes, as a tree. Throws on anything else. */
export function readXml(text: string): MathNode {
  const top: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [top];
  let read = 0;
  for (const { 0: whole, index, ...found } of text.matchAll(part)) {
    const [closes, name = '', written = '', alone, characters] = [found[1], found[2], found[3], found[4], found[5]];
    if (index !== read) throw new Error(`expected MathML at ${read}, found ${text.slice(read, read + 20)}`);
    read = index + whole.length;
    const here = open.at(-1) ?? top;
    if (characters !== undefined) here.children.push(plain(characters));
    else if (closes) open.pop();
    else {
      const node = { name, attributes: attributesOf(written), children: [] };
      here.children.push(node);
      if (!alone) open.push(node);
    }
  }
  const [root] = top.children;
  if (read !== text.length || typeof root !== 'object' || open.length !== 1)
    throw new Error(`expected one MathML element, found ${text.slice(0, 40)}`);
  return root;
}

function attributesOf(written: string): Record<string, string> {
  // Its class names belong to a style sheet that we do not have.
  return Object.fromEntries(
    [...written.matchAll(attribute)].flatMap(([, name = '', value = '']) =>
      name === 'class' ? [] : [[name, plain(value)]],
    ),
  );
}

function plain(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39);/gu, (whole, name: string) => entities[name] ?? whole);
}
