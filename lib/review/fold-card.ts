import type { Card, Evidence, LogEntry, Rating } from '@/lib/review/card';
import { type Schedule, schedule } from '@/lib/review/schedule';

/** A right answer within this time of a wrong one at the same item is a retry: the feedback is still in the ear. */
const retryMs = 60 * 60 * 1_000;
/** As many answers as mastery looks at. */
const remembered = 4;

/** Wrong, or right with the solution seen: again. Right after a hint or as a retry: hard. Right: good. */
export function ratingOf({ right, help, at, item }: Evidence, missed: Card['missed']): Rating {
  if (!right || help >= 2) return 'again';
  const wrongAt = missed[item];
  const isRetry = wrongAt !== undefined && at.getTime() - wrongAt <= retryMs;
  return help === 1 || isRetry ? 'hard' : 'good';
}

/**
 * Folds answers, oldest first, into a card. Pure: the same answers from the same card give the same card and the same log, in one go or in
 * several.
 */
export function foldCard(
  start: Card,
  answers: readonly Evidence[],
  by: Schedule = schedule,
): { card: Card; log: LogEntry[] } {
  let card = start;
  const log: LogEntry[] = [];
  for (const answer of answers) {
    if (answer.withheld) continue;
    const rating = ratingOf(answer, card.missed);
    // A database's clock may be set back; a card's time only goes on.
    const at = card.lastReview && card.lastReview > answer.at ? card.lastReview : answer.at;
    const { next, ...rated } = by.rate(card, rating, at);
    log.push({ attempt: answer.attempt, card: card.id, item: answer.item, rating, at, ...rated });
    card = { ...next, recent: withLatest(card.recent, rating), missed: withAnswer(card.missed, answer) };
  }
  return { card, log };
}

function withLatest(recent: Card['recent'], rating: Rating): Card['recent'] {
  return [...recent, rating === 'again' ? (0 as const) : (1 as const)].slice(-remembered);
}

function withAnswer(missed: Card['missed'], { item, right, at }: Evidence): Card['missed'] {
  const { [item]: _, ...others } = missed;
  return right ? others : { ...others, [item]: at.getTime() };
}
