const longest = 32;

/** Grouped by one and the same mark in threes, or not grouped at all. */
const grouped = /^\d{1,3}(?:([ ,'_])\d{3})(?:\1\d{3})*$/;

/**
 * A whole number a person typed, as plain digits: 40921, 40,921 and ４０９２１ are one. null: it is none.
 * It stays text, so that no number is too large to be compared exactly.
 */
export function readWhole(text: string): string | null {
  if (text.length > longest) return null;
  const plain = text.normalize('NFKC').trim().replaceAll('\u2019', "'");
  if (!/^\d+$/.test(plain) && !grouped.test(plain)) return null;
  return plain.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
}
