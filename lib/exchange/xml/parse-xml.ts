import type { Spot } from '../exchanged';
import { limits } from '../limits';
import { placesOf } from '../text/places-of';

export type XmlElement = Spot & {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

/** Why a text is no XML that is read here, and where. */
export class XmlFault extends Error {
  constructor(
    message: string,
    readonly spot: Spot,
  ) {
    super(message);
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const nameStart = /[\p{L}_:]/u;
const nameEnd = /[^\p{L}\p{N}_:.\-·]/u;

/**
 * XML 1.0 without its dangers: a document type is refused, so no entity can be defined, fetched or multiplied; elements go no deeper than
 * `limits.depth`. Every element knows its line.
 */
export function parseXml(text: string): XmlElement {
  return new Reader(text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text).document();
}

type Open = Spot & { name: string; attributes: Map<string, string>; children: (XmlElement | string)[] };

class Reader {
  private at = 0;
  private readonly placeAt: (offset: number) => Spot;

  constructor(private readonly text: string) {
    this.placeAt = placesOf(text);
  }

  document(): XmlElement {
    const open: Open[] = [];
    let root: XmlElement | undefined;
    while (this.at < this.text.length) {
      const next = this.text.indexOf('<', this.at);
      const words = this.text.slice(this.at, next === -1 ? this.text.length : next);
      const inside = open.at(-1);
      if (inside) inside.children.push(this.decoded(words, this.at));
      else if (words.trim() !== '') this.fail('words outside of the root element');
      if (next === -1) break;
      this.at = next;
      if (this.text.startsWith('<!--', next)) this.skip('<!--', '-->', 'comment');
      else if (this.text.startsWith('<![CDATA[', next)) {
        const data = this.skip('<![CDATA[', ']]>', 'CDATA section');
        if (!inside) this.fail('words outside of the root element', next);
        else inside.children.push(data);
      } else if (this.text.startsWith('<!', next))
        this.fail('a document type is not read: it could define entities. Take the <!…> out');
      else if (this.text.startsWith('<?', next)) this.skip('<?', '?>', 'processing instruction');
      else if (this.text.startsWith('</', next)) {
        this.closing(open);
      } else {
        const { element, isEmpty } = this.opening();
        const holder = open.at(-1);
        if (!holder && root) this.fail('a second root element', next);
        if (open.length >= limits.depth) this.fail(`elements nested deeper than ${limits.depth}`, next);
        holder?.children.push(element);
        if (!isEmpty) open.push(element);
        if (!holder) root = element;
      }
    }
    const unclosed = open.at(-1);
    if (unclosed) throw new XmlFault(`<${unclosed.name}> is never closed`, unclosed);
    return root ?? this.fail('the file has no element', 0);
  }

  private closing(open: Open[]): void {
    const start = this.at;
    this.at += 2;
    const name = this.name();
    this.space();
    if (this.text[this.at] !== '>') this.fail(`</${name} is not closed by ">"`);
    this.at++;
    const last = open.pop();
    if (last?.name !== name)
      this.fail(
        last
          ? `</${name}> stands where </${last.name}> is expected (opened in line ${last.line})`
          : `</${name}> closes nothing`,
        start,
      );
  }

  private opening(): { element: Open; isEmpty: boolean } {
    const spot = this.placeAt(this.at);
    this.at++;
    const element: Open = { ...spot, name: this.name(), attributes: new Map(), children: [] };
    for (;;) {
      const hadSpace = this.space();
      const here = this.text[this.at];
      if (here === '>') {
        this.at++;
        return { element, isEmpty: false };
      }
      if (here === '/' && this.text[this.at + 1] === '>') {
        this.at += 2;
        return { element, isEmpty: true };
      }
      if (here === undefined) throw new XmlFault(`<${element.name} is never closed`, spot);
      if (!hadSpace) this.fail(`a space is expected in <${element.name}>`);
      this.attribute(element);
    }
  }

  private attribute({ attributes }: Open): void {
    const start = this.at;
    const name = this.name();
    this.space();
    if (this.text[this.at] !== '=') this.fail(`the attribute ${name} has no value: ${name}="…"`);
    this.at++;
    this.space();
    const quote = this.text[this.at];
    if (quote !== '"' && quote !== "'") this.fail(`the value of ${name} stands in quotes`);
    const end = this.text.indexOf(quote ?? '"', this.at + 1);
    const value = end === -1 ? '<' : this.text.slice(this.at + 1, end);
    if (value.includes('<')) this.fail(`the value of ${name} is not closed`);
    if (attributes.has(name)) this.fail(`the attribute ${name} stands twice`, start);
    attributes.set(name, this.decoded(value, this.at + 1));
    this.at = end + 1;
  }

  private name(): string {
    const start = this.at;
    const rest = this.text.slice(start, start + 200);
    const length = rest.search(nameEnd);
    const name = length === -1 ? rest : rest.slice(0, length);
    if (name === '' || !nameStart.test(name[0] ?? '')) this.fail('a name is expected; "<" as itself is written &lt;');
    this.at += name.length;
    return name;
  }

  private space(): boolean {
    const start = this.at;
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
    return this.at > start;
  }

  private skip(open: string, close: string, what: string): string {
    const end = this.text.indexOf(close, this.at + open.length);
    if (end === -1) this.fail(`this ${what} is never closed by ${close}`);
    const inside = this.text.slice(this.at + open.length, end);
    this.at = end + close.length;
    return inside;
  }

  private decoded(text: string, from: number): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&\s]{0,40})(;?)/g, (whole, name: string, end: string, offset: number) => {
      const known = Object.hasOwn(named, name) ? named[name] : undefined;
      if (end && known !== undefined) return known;
      const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal ?? 'NaN');
      if (end && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code);
      return this.fail(`"${whole.slice(0, 20)}" is no entity of XML; "&" as itself is written &amp;`, from + offset);
    });
  }

  private fail(message: string, at = this.at): never {
    throw new XmlFault(message, this.placeAt(at));
  }
}
