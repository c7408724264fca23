/** One entry of a zone file: its words, quotes taken off, and the line it begins in, counted from 1. */
export type Entry = { line: number; startsBlank: boolean; words: readonly string[] };
export type LineFault = { line: number; why: 'open-quote' | 'open-parenthesis' | 'stray-parenthesis'; found: string };

type Open = { line: number; startsBlank: boolean; words: string[] };

/** Cuts a zone file (RFC 1035 §5.1) into entries: `;` begins a comment, parentheses let an entry go over several lines. */
export function entriesOf(text: string): { entries: Entry[]; faults: LineFault[] } {
  const entries: Entry[] = [];
  const faults: LineFault[] = [];
  let open: Open[] = [];
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    const read = wordsOf(written);
    if (read === null) {
      faults.push({ line, why: 'open-quote', found: written.trim() });
      continue;
    }
    const current = open[0] ?? { line, startsBlank: /^\s/.test(written), words: [] };
    current.words.push(...read);
    const depth = depthOf(current.words);
    open = depth > 0 ? [current] : [];
    if (depth < 0) faults.push({ line, why: 'stray-parenthesis', found: written.trim() });
    const words = current.words.filter((word) => word !== '(' && word !== ')').map(bare);
    if (depth <= 0 && words.length > 0) entries.push({ ...current, words });
  }
  for (const { line, words } of open) faults.push({ line, why: 'open-parenthesis', found: words.join(' ') });
  return { entries, faults };
}

function depthOf(words: readonly string[]): number {
  return words.reduce((depth, word) => depth + (word === '(' ? 1 : word === ')' ? -1 : 0), 0);
}

/** Words keep a quote before them until parentheses are told from quoted ones. */
function bare(word: string): string {
  return word.startsWith('"') ? word.slice(1) : word;
}

/** Null: a quote is not closed in its line. */
function wordsOf(line: string): string[] | null {
  const words: string[] = [];
  const word = /\s+|;.*$|"((?:[^"\\]|\\.)*)"|[()]|(?:[^\s;()"\\]|\\.)+/gy;
  for (let at = 0; at < line.length; at = word.lastIndex) {
    word.lastIndex = at;
    const found = word.exec(line);
    if (!found) return null;
    const [whole, quoted] = found;
    if (quoted !== undefined) words.push(`"${quoted.replaceAll('\\"', '"')}`);
    else if (whole.trim() !== '' && !whole.startsWith(';')) words.push(whole);
  }
  return words;
}
