import { noBytes } from '../bytes';

/** A start tag, with its attributes by small names; `content`: of raw text elements, how many bytes stand before their end tag. */
export type Tag = {
  readonly kind: 'tag';
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: number;
};

/** Text of the body that is more than white space. */
export type Text = { readonly kind: 'text'; readonly from: number };

const raw = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template', 'iframe', 'xmp']);
const white = new Set([' ', '\t', '\n', '\f', '\r']);

/**
 * The start tags of a document and where text begins, in order. Bytes are looked at as ISO 8859-1: what makes a tag is ASCII, whatever
 * the encoding, and places stay bytes. Linear in the bytes, for nothing is read twice.
 */
export function* tagsOf(bytes: Uint8Array): Generator<Tag | Text> {
  const text = new TextDecoder('latin1').decode(bytes);
  let at = 0;
  while (at < text.length) {
    if (text[at] !== '<') {
      const to = endOf(text, '<', at);
      const from = at + text.slice(at, to).search(/[^ \t\n\f\r]/);
      if (from >= at) yield { kind: 'text', from };
      at = to;
    } else if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      at = end === -1 ? text.length : end + 3;
    } else if (/[a-zA-Z]/.test(text[at + 1] ?? '')) {
      const tag = readTag(bytes, text, at);
      if (!tag) return;
      at = tag.to;
      if (!raw.has(tag.name)) {
        yield tag;
        continue;
      }
      const end = endOfRaw(text, tag.name, at);
      yield { ...tag, content: end - at };
      at = end;
    } else if (/[a-zA-Z!?/]/.test(text[at + 1] ?? '')) {
      // An end tag, a doctype, a bogus comment.
      at = endOf(text, '>', at) + 1;
    } else {
      yield { kind: 'text', from: at };
      at += 1;
    }
  }
}

function endOf(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  return at === -1 ? text.length : at;
}

/** HTML §13.2.5.14: only `</name` followed by white space, `/` or `>` ends raw text. */
function endOfRaw(text: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[ \\t\\n\\f\\r/>]`, 'ig');
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

/** null for a tag that never ends. */
function readTag(bytes: Uint8Array, text: string, from: number): Tag | null {
  let at = from + 1;
  const reads = (until: (character: string) => boolean) => {
    const start = at;
    while (at < text.length && !until(text[at] ?? '')) at += 1;
    return text.slice(start, at);
  };
  const name = reads((one) => white.has(one) || one === '/' || one === '>').toLowerCase();
  const attributes = new Map<string, string>();
  while (at < text.length) {
    reads((one) => !white.has(one) && one !== '/');
    if (text[at] === '>') return { kind: 'tag', name, from, to: at + 1, attributes, content: 0 };
    const first = at;
    at += 1;
    reads((one) => white.has(one) || one === '/' || one === '>' || one === '=');
    const key = text.slice(first, at).toLowerCase();
    reads((one) => !white.has(one));
    let value: Uint8Array = noBytes;
    if (text[at] === '=') {
      at += 1;
      reads((one) => !white.has(one));
      const quote = text[at];
      if (quote === '"' || quote === "'") {
        at += 1;
        value = bytes.subarray(at, at + reads((one) => one === quote).length);
        at += 1;
      } else value = bytes.subarray(at, at + reads((one) => white.has(one) || one === '>').length);
    }
    // HTML §13.2.5.33: the first of two attributes of one name counts.
    if (!attributes.has(key)) attributes.set(key, decoded(value));
  }
  return null;
}

/** The few references that stand in addresses. */
function decoded(value: Uint8Array): string {
  const text = new TextDecoder().decode(value);
  return text.replace(/&(amp|quot|lt|gt|#39);/g, (_, name: string) => references[name] ?? '').trim();
}
const references: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };
