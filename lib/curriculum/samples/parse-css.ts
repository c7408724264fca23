/// <reference path="./css-tree-parts.d.ts" />
import parse from 'css-tree/parser';
import { tokenize } from 'css-tree/tokenizer';
import type { SampleFault } from './sample';

/** A style sheet, or declarations alone. */
export function cssFaults(code: string): SampleFault[] {
  const asSheet = faultsAs('stylesheet', code);
  const faults = asSheet.length > 0 && faultsAs('declarationList', code).length === 0 ? [] : asSheet;
  // The parser closes by itself what its author left open.
  return faults.length > 0 ? faults.slice(0, 1) : openIn(code);
}

function faultsAs(context: 'stylesheet' | 'declarationList', code: string): SampleFault[] {
  const faults: SampleFault[] = [];
  parse(code, { context, positions: true, onParseError: ({ message, offset }) => faults.push({ message, offset }) });
  return faults;
}

const pairs: ReadonlyMap<string, string> = new Map([
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
]);
const closing = new Set(pairs.values());

function openIn(code: string): SampleFault[] {
  const open: { sign: string; offset: number }[] = [];
  const faults: SampleFault[] = [];
  tokenize(code, (_type, start, end) => {
    const token = code.slice(start, end);
    // A function's name and its bracket are one token: `calc(`.
    const sign = token.length > 1 && token.endsWith('(') ? '(' : token;
    if (pairs.has(sign)) open.push({ sign, offset: start });
    else if (closing.has(sign) && pairs.get(open.at(-1)?.sign ?? '') === sign) open.pop();
    else if (/^["'].*\n?$/s.test(token) && (token.length === 1 || token.at(-1) !== token[0]))
      faults.push({ message: 'this text is never closed', offset: start });
  });
  return [...faults, ...open.map(({ sign, offset }) => ({ message: `"${sign}" is never closed`, offset }))].slice(0, 1);
}
