const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/**
 * Text as it may stand between tags and within a quoted attribute. What HTML cannot hold (half a surrogate pair, controls but for line ends and
 * tabs) becomes U+FFFD, as a browser would have it.
 */
export function escapeHtml(text: string): string {
  return text
    .replace(/[&<>"'`]/g, (mark) => entities[mark] ?? '')
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, (it) => (it === '\n' || it === '\t' ? it : '\ufffd'));
}

/**
 * At most so many characters as a person counts them, and at most four times as many code units: marks can be heaped on one character without
 * end. What is longer ends with an ellipsis.
 */
export function clipText(text: string, most: number): string {
  // No character a person sees is made of less than one code unit: short texts are not taken apart.
  if (text.length <= most) return text;
  let kept = '';
  let count = 0;
  let before = '';
  for (const { segment } of new Intl.Segmenter().segment(text.slice(0, most * 5))) {
    if (count === most || kept.length + segment.length > most * 4) return `${before.trimEnd()}…`;
    before = kept;
    kept += segment;
    count += 1;
  }
  return kept;
}
