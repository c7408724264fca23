import { isHan, pairsOf, runs } from '@/lib/search/han';
import { folded, wordsOf } from '@/lib/search/words-of';

/**
 * The words of a text, each once. Pairs of Chinese characters that follow each other are written as one chain, 三次握手 for 三次, 次握, 握手:
 * `wordsOf` takes them apart again, and an index of Chinese is a third of the size.
 */
export function distinctWords(text: string): string {
  const latin = new Set<string>();
  const seen = new Set<string>();
  const chains: string[] = [];
  for (const run of folded(text).match(runs) ?? []) {
    if (!isHan(run)) {
      for (const word of wordsOf(run)) latin.add(word);
      continue;
    }
    const characters = [...run];
    if (characters.length === 1) {
      if (!seen.has(run)) chains.push(run);
      seen.add(run);
      continue;
    }
    let isOpen = false;
    for (const [at, character] of characters.entries()) {
      const [pair] = pairsOf((characters[at - 1] ?? '') + character);
      const isNew = pair !== undefined && !seen.has(pair);
      if (isNew && isOpen) chains.push(`${chains.pop()}${character}`);
      else if (isNew) chains.push(pair);
      if (isNew) seen.add(pair);
      isOpen = isNew;
    }
  }
  return [...[...latin].sort(), ...chains].join(' ');
}
