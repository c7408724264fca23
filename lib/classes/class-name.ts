const LONGEST = 200;

/** In one line, without control and invisible characters, at most 200 characters; '' when nothing is left. Groups are named alike. */
export function parseClassName(typed: string): string {
  const plain = typed
    .slice(0, 4 * LONGEST)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .trim();
  return [...plain].slice(0, LONGEST).join('').trim();
}

/** Groups are few and short: they stand in menus. */
export const MOST_GROUPS = 200;

export function parseGroupName(typed: string): string {
  return [...parseClassName(typed)].slice(0, 60).join('').trim();
}
