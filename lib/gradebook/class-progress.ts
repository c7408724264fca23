/** One bar of a chart: a day or a week by its first day, and what is counted in it. */
export type Bar = { readonly from: string; readonly count: number };

const dayMs = 86_400_000;

/** `2026-11-24` and so many days later. Days are those of a calendar: no zone, no hours. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return plusDays(day, -((weekday + 6) % 7));
}

/** A bar for every day, also for those on which nothing was. */
export function dailyBars(from: string, until: string, counts: ReadonlyMap<string, number>): Bar[] {
  const bars: Bar[] = [];
  for (let day = from; day <= until; day = plusDays(day, 1)) bars.push({ from: day, count: counts.get(day) ?? 0 });
  return bars;
}

/** A bar for every week from Monday on. */
export function weeklyBars(
  from: string,
  until: string,
  days: readonly { readonly day: string; readonly count: number }[],
): Bar[] {
  const weeks = new Map<string, number>();
  for (const { day, count } of days) weeks.set(mondayOf(day), (weeks.get(mondayOf(day)) ?? 0) + count);
  const bars: Bar[] = [];
  for (let week = mondayOf(from); week <= until; week = plusDays(week, 7))
    bars.push({ from: week, count: weeks.get(week) ?? 0 });
  return bars;
}

/** How far learners are, in tenths of all checks: the last holds who is through, the first who has none. */
export type SpreadBar = {
  readonly kind: 'none' | 'part' | 'all';
  readonly from: number;
  readonly to: number;
  readonly learners: number;
};

export function spreadBars(
  of: number,
  spread: readonly { readonly done: number; readonly learners: number }[],
): SpreadBar[] {
  const sum = (passes: (share: number) => boolean) =>
    spread.reduce(
      (total, { done, learners }) => (passes(of > 0 ? Math.min(1, done / of) : 0) ? total + learners : total),
      0,
    );
  const parts = Array.from({ length: 10 }, (_, n): SpreadBar => {
    const [from, to] = [n / 10, (n + 1) / 10];
    return { kind: 'part', from, to, learners: sum((share) => share > 0 && share < 1 && share >= from && share < to) };
  });
  return [
    { kind: 'none', from: 0, to: 0, learners: sum((share) => share === 0) },
    ...parts,
    { kind: 'all', from: 1, to: 1, learners: sum((share) => share === 1) },
  ];
}
