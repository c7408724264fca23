import { marksIn } from '@/lib/search/marks';

const name = 'found';

/** Marks, on the page that was opened from a search, the words that were found: without touching the text. Escape takes the marks away. */
export function showFound(query: string): void {
  // Without the API the page still opens at the heading.
  if (!('highlights' in CSS)) return;
  const root = document.querySelector('main article') ?? document.querySelector('main');
  if (!root) return;
  const words = query.slice(0, 200).toLowerCase().split(/\s+/);
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest('script, style, section[aria-label], form')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const [from, to] of marksIn(node.nodeValue ?? '', words)) {
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  CSS.highlights.set(name, new Highlight(...ranges));
  addEventListener('keydown', ({ key }) => key === 'Escape' && CSS.highlights.delete(name));
}
