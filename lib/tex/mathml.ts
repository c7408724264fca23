import temml from 'temml';
import type { MathNode } from './math-node';
import { readXml } from './read-xml';

/** TeX as MathML, or where and why it is none. `at` counts characters of the TeX from 0. */
export type Mathml =
  | { readonly kind: 'math'; readonly root: MathNode }
  | { readonly kind: 'fault'; readonly at: number; readonly message: string };

/** A formula of more is a page, and a hostile one. */
export const longestTex = 2_000;
/** Braces within braces: the parser calls itself for each. */
const deepest = 60;

const made = new Map<string, Mathml>();
const mostKept = 2_000;

/** Nothing of it runs, loads, links or colours, so that whoever writes it can do no more than set symbols. Never throws. */
export function mathml(tex: string, display: boolean): Mathml {
  const key = `${display ? 'D' : 'I'}${tex}`;
  const known = made.get(key);
  if (known) return known;
  const read = readTex(tex, display);
  if (made.size >= mostKept) made.clear();
  made.set(key, read);
  return read;
}

function readTex(tex: string, display: boolean): Mathml {
  if (tex.trim() === '') return fault(0, 'the formula is empty');
  if (tex.length > longestTex)
    return fault(longestTex, `a formula has at most ${longestTex} characters; this one has ${tex.length}`);
  const deep = tooDeep(tex);
  if (deep >= 0) return fault(deep, `braces lie at most ${deepest} deep in a formula`);
  const refused = refusedCommand(tex);
  if (refused)
    return fault(refused.index, `${refused[0]} has no place here: a formula has the colours and links of no page`);
  try {
    const { shown, holes } = withoutHoles(tex);
    const text = temml.renderToString(shown, {
      displayMode: display,
      annotate: holes.length === 0,
      throwOnError: true,
      trust: false,
      strict: false,
      maxExpand: 500,
    });
    const root = withHoles(readXml(text), holes);
    return { kind: 'math', root: { ...root, attributes: { ...root.attributes, ...spoken(tex, holes) } } };
  } catch (thrown) {
    return foundByParser(thrown, tex);
  }
}

/** For programs that read no MathML: the TeX, which is at least what the author wrote. */
function spoken(tex: string, holes: readonly string[]): Record<string, string> {
  return holes.length === 0 ? { alttext: tex } : {};
}

/** Looks and links are not the author's here, and what makes an id could take another's. */
function refusedCommand(tex: string): RegExpExecArray | null {
  return /\\(?:color|textcolor|colorbox|fcolorbox|definecolor|href|url|id|class|style|data|htmlId|htmlClass|includegraphics|tag|label|ref|eqref)(?![a-zA-Z])/.exec(
    tex,
  );
}

function tooDeep(tex: string): number {
  let depth = 0;
  for (const { 0: brace, index } of tex.matchAll(/\\.|[{}]|\\left\b/gsu)) {
    if (brace === '{') depth += 1;
    if (brace === '}') depth -= 1;
    if (depth > deepest) return index;
  }
  return -1;
}

/** The place for a variant's number, marked as `lib/quiz/variants/hole.ts` does, travels through the parser as a text that nobody writes. */
const hole = /\uE000([^\uE000\uE001]*)\uE001/gu;

function withoutHoles(tex: string): { shown: string; holes: string[] } {
  const holes: string[] = [];
  const shown = tex.replace(hole, (mark) => {
    holes.push(mark);
    return `{\\text{⟦${holes.length - 1}⟧}}`;
  });
  return { shown, holes };
}

function withHoles(node: MathNode, holes: readonly string[]): MathNode {
  if (holes.length === 0) return node;
  const [only, ...more] = node.children;
  const isHole = node.name === 'mtext' && more.length === 0 && typeof only === 'string' && /^⟦\d+⟧$/u.test(only);
  return {
    name: isHole ? 'mn' : node.name,
    attributes: node.attributes,
    children: node.children.map((child) =>
      typeof child === 'string'
        ? child.replace(/⟦(\d+)⟧/gu, (mark, at: string) => holes[Number(at)] ?? mark)
        : withHoles(child, holes),
    ),
  };
}

function foundByParser(thrown: unknown, tex: string): Mathml {
  if (!(thrown instanceof Error)) return fault(0, 'the formula cannot be read');
  const position: unknown = 'position' in thrown ? thrown.position : undefined;
  const at = typeof position === 'number' ? Math.min(position, tex.length) : 0;
  // "Unsupported function name: \frca at position 1: …" → what was wrong, without the parser's own counting.
  const message = thrown.message.replace(/ at (?:position \d+|end of input)[\s\S]*$/u, '').trim();
  return fault(at, message.charAt(0).toLowerCase() + message.slice(1));
}

function fault(at: number, message: string): Mathml {
  return { kind: 'fault', at, message };
}
