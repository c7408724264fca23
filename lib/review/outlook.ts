import type { Card } from '@/lib/review/card';
import { dayNumber } from '@/lib/review/day';
import { byWorth, type KnownCard, type Queued } from '@/lib/review/queue';
import { schedule } from '@/lib/review/schedule';

const dayMs = 86_400_000;

/** How many cards fall due on each of the coming days; what is overdue counts today. */
export function dueCalendar(cards: readonly KnownCard[], today: number, days: number, zone: string): number[] {
  const counts = Array.from({ length: days }, () => 0);
  for (const { card } of cards) {
    if (!card.due) continue;
    const ahead = Math.max(0, dayNumber(card.due, zone) - today);
    if (ahead < days) counts[ahead] = (counts[ahead] ?? 0) + 1;
  }
  return counts;
}

/** The share of what was learned that is still known, on average, so many days from now without any review. Null: nothing was learned. */
export function expectedRetention(cards: readonly { readonly card: Card }[], now: Date, days: number): number | null {
  if (cards.length === 0) return null;
  const then = new Date(now.getTime() + days * dayMs);
  return cards.reduce((sum, { card }) => sum + schedule.retrievability(card, then), 0) / cards.length;
}

/** A backlog, spread over days. */
export type ComeBack = {
  /** Days since the last answer. */
  readonly away: number;
  readonly cards: number;
  readonly minutes: number;
  /** How many cards are asked on each day, today first, until nothing is overdue. */
  readonly days: readonly number[];
  /** False: at this pace more falls due than is asked. */
  readonly caughtUp: boolean;
};

/** Longer than this and the budget is too small to catch up: then the sentence says so. */
const longestPlan = 60;

/** How what is due can be caught up within the daily budget, the most valuable first; null when today's budget is enough. */
export function comeBack(
  due: readonly Queued[],
  /** By their days from now, cards that fall due meanwhile; each takes a minute. */
  coming: readonly number[],
  budget: number,
  now: Date,
): ComeBack | null {
  const minutes = due.reduce((sum, one) => sum + one.minutes, 0);
  if (minutes <= budget) return null;
  const last = due.reduce((latest, { card }) => Math.max(latest, card.lastReview?.getTime() ?? 0), 0);
  const waiting = byWorth(due, now).map((one) => one.minutes);
  const days: number[] = [];
  while (waiting.length > 0 && days.length < longestPlan) {
    if (days.length > 0) waiting.push(...Array.from({ length: coming[days.length] ?? 0 }, () => 1));
    days.push(takeFrom(waiting, budget));
  }
  return {
    away: Math.floor((now.getTime() - last) / dayMs),
    cards: due.length,
    minutes,
    days,
    caughtUp: waiting.length === 0,
  };
}

/** Takes from the front what fits in a day, at least one, and says how many. */
function takeFrom(waiting: number[], budget: number): number {
  let left = budget;
  let taken = 0;
  for (let at = 0; at < waiting.length && left > 0; ) {
    const minutes = waiting[at] ?? 0;
    if (minutes > left && taken > 0) {
      at += 1;
      continue;
    }
    waiting.splice(at, 1);
    left -= minutes;
    taken += 1;
  }
  return taken;
}
