/** A run of "I know this" at a lesson's door: what was asked, and which of it was answered right. */
export type Door = { readonly lesson: string; readonly asked: readonly string[]; readonly right: readonly string[] };

/** Passed when something was asked and every question was answered right. */
export function doorPassed({ asked, right }: Omit<Door, 'lesson'>): boolean {
  return asked.length > 0 && asked.every((item) => right.includes(item));
}
