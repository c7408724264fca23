/** An id made of words: `The third segment?` → `the-third-segment`. Empty where there are no Latin letters or digits. */
export function slugOf(words: string, longest = 48): string {
  const slug = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  const end = cut.lastIndexOf('-');
  return (end > longest / 2 ? cut.slice(0, end) : slug.slice(0, longest)).replace(/-+$/, '');
}

/** Ids that are not free. */
export type Taken = { has(id: string): boolean; add(id: string): unknown };

/** The id, or the first of `id-2`, `id-3` … that is free; taken from then on. */
export function freeId(wanted: string, taken: Taken): string {
  let id = wanted;
  for (let next = 2; taken.has(id); next++) id = `${wanted}-${next}`;
  taken.add(id);
  return id;
}

/** Ids for things to choose or place, by their words: `a`, `b` … say nothing, these do. */
export function idsOf(words: readonly string[], usual: string): string[] {
  const taken = new Set<string>();
  return words.map((one, at) => freeId(slugOf(one, 24) || `${usual}-${at + 1}`, taken));
}
