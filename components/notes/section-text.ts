/** The words under one heading as they stand on the page: what a highlight counts in. */
export type SectionText = { readonly heading: string; readonly text: string; readonly pieces: readonly Piece[] };
type Piece = { readonly node: Text; readonly from: number };

/** What is no part of the author's words: questions, labs, controls. */
const foreign =
  'form, button:not([popovertarget]), [popover], [data-quiz], section[aria-label], figure svg, script, style';

/** All sections of the lesson on this page, the words before the first heading under ''. */
export function sectionTexts(): SectionText[] {
  const root = document.querySelector('[data-lesson-body]');
  if (!root) return [];
  const sections: { heading: string; text: string; pieces: Piece[] }[] = [{ heading: '', text: '', pieces: [] }];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    return node.matches(foreign) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.matches(':is(h2, h3)[id]')) sections.push({ heading: node.id, text: '', pieces: [] });
      continue;
    }
    const section = sections.at(-1);
    if (!section || !(node instanceof Text) || node.parentElement?.closest('h2, h3')) continue;
    section.pieces.push({ node, from: section.text.length });
    section.text += node.data;
  }
  return sections;
}

export type Quote = { readonly heading: string; readonly quote: string; readonly start: number };

const longest = 1_500;

/** What is selected, as far as it stands under one heading of the lesson. */
export function selectedQuote(): Quote | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  for (const { heading, text, pieces } of sectionTexts()) {
    const touched = pieces.filter(({ node }) => range.intersectsNode(node));
    const [first, last] = [touched[0], touched.at(-1)];
    if (!first || !last) continue;
    const start = first.from + (first.node === range.startContainer ? range.startOffset : 0);
    const end = last.from + (last.node === range.endContainer ? range.endOffset : last.node.length);
    const quote = text.slice(start, end);
    const lead = quote.length - quote.trimStart().length;
    if (quote.trim() !== '') return { heading, quote: quote.trim().slice(0, longest), start: start + lead };
  }
  return undefined;
}

/** Where a quote stands now: nearest to where it was, under its heading or, when it has moved, under another one. */
export function rangeOf({ heading, quote, start }: Quote, sections: readonly SectionText[]): Range | undefined {
  const own = sections.filter((section) => section.heading === heading);
  for (const section of [...own, ...sections.filter((other) => !own.includes(other))]) {
    const at = nearest(section.text, quote, start);
    if (at !== undefined) return rangeIn(section, at, at + quote.length);
  }
  return undefined;
}

function nearest(text: string, quote: string, start: number): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1))
    if (best === undefined || Math.abs(at - start) < Math.abs(best - start)) best = at;
  return best;
}

function rangeIn({ pieces }: SectionText, from: number, to: number): Range | undefined {
  const first = pieces.findLast((piece) => piece.from <= from);
  const last = pieces.findLast((piece) => piece.from < to);
  if (!first || !last) return undefined;
  const range = new Range();
  range.setStart(first.node, from - first.from);
  range.setEnd(last.node, to - last.from);
  return range;
}
