/** One caption: when it is shown, in milliseconds, and what it says, a line each. */
export type Cue = { readonly from: number; readonly to: number; readonly lines: readonly string[] };

/** What of a caption file cannot be read. Line and column are from 1. */
export type CaptionFault = {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  readonly fix?: string;
};

const timing = /^((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?\d{2}:\d{2}\.\d{3})(?:[ \t]+(.*))?$/;
const tags = /^<\/?(?:c|i|b|u|v|lang|ruby|rt)(?:[.\s][^<>]*)?>|^<(?:\d{2,}:)?\d{2}:\d{2}\.\d{3}>/;
const mostCues = 5_000;

/** Reads WebVTT as browsers do, and tells what they would drop in silence. */
export function readWebVtt(text: string): { cues: readonly Cue[]; faults: readonly CaptionFault[] } {
  const lines = text.split('\n');
  const faults: CaptionFault[] = [];
  const cues: Cue[] = [];
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? ''))
    faults.push({
      line: 1,
      column: 1,
      message: 'a caption file begins with WEBVTT',
      found: (lines[0] ?? '').slice(0, 40),
      fix: 'WEBVTT',
    });
  for (const block of blocksOf(lines)) {
    if (block.first === 0 || /^(NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block.lines[0] ?? '')) continue;
    const read = readCue(block, cues.at(-1));
    faults.push(...read.faults);
    if (read.cue) cues.push(read.cue);
  }
  if (cues.length === 0 && faults.length === 0)
    faults.push({ line: lines.length, column: 1, message: 'there is no caption in this file' });
  if (cues.length > mostCues)
    faults.push({ line: 1, column: 1, message: `a caption file has at most ${mostCues} captions` });
  return { cues, faults };
}

type TextBlock = { readonly first: number; readonly lines: readonly string[] };

/** What stands between empty lines, with the number of its first line from 0. */
function blocksOf(lines: readonly string[]): TextBlock[] {
  const blocks: { first: number; lines: string[] }[] = [];
  let open: { first: number; lines: string[] } | undefined;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    if (!open) {
      open = { first: at, lines: [] };
      blocks.push(open);
    }
    open.lines.push(line);
  }
  return blocks;
}

function readCue({ first, lines }: TextBlock, before: Cue | undefined): { cue?: Cue; faults: CaptionFault[] } {
  const at = lines.findIndex((line) => line.includes('-->'));
  const line = first + 1 + Math.max(at, 0);
  const times = timing.exec(lines[at] ?? '');
  if (at < 0 || at > 1 || !times)
    return {
      faults: [
        {
          line,
          column: 1,
          message: 'this caption has no time that can be read',
          expected: '00:01.000 --> 00:04.500, alone on its line',
          found: (lines[Math.max(at, 0)] ?? '').slice(0, 60),
        },
      ],
    };
  const [from, to] = [milliseconds(times[1] ?? ''), milliseconds(times[2] ?? '')];
  const said = lines.slice(at + 1);
  const faults: CaptionFault[] = [];
  const end = (lines[at] ?? '').indexOf(times[2] ?? '', (times[1] ?? '').length) + 1;
  if (to <= from)
    faults.push({ line, column: end, message: 'this caption ends before it begins', found: times[2] ?? '' });
  if (before && from < before.from)
    faults.push({ line, column: 1, message: 'this caption begins before the one above it', found: times[1] ?? '' });
  if (said.length === 0) faults.push({ line, column: 1, message: 'this caption says nothing' });
  for (const [index, words] of said.entries()) faults.push(...tagFaults(words, line + 1 + index));
  return { cue: { from, to, lines: said.map(withoutTags) }, faults };
}

function tagFaults(words: string, line: number): CaptionFault[] {
  return [...words.matchAll(/</g)]
    .filter(({ index }) => !tags.test(words.slice(index)))
    .map(({ index }) => ({
      line,
      column: index + 1,
      message: 'a < begins a tag here, and this is none of WebVTT',
      found: words.slice(index, index + 20),
      fix: '&lt;',
    }));
}

function withoutTags(words: string): string {
  return words
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

/** `01:02.500` is 62,500. */
function milliseconds(time: string): number {
  const [seconds = '0', minutes = '0', hours = '0'] = time.split(':').reverse();
  return Math.round((Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000);
}
