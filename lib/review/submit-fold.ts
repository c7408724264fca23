import { setImmediate } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { transaction } from '@/lib/db/transaction';
import { type KeptCard, newCard } from '@/lib/review/card';
import {
  type Answer,
  gradedAnswers,
  keepFold,
  keptCards,
  lockLearner,
  type StartedCard,
  startedCards,
} from '@/lib/review/card-store';
import { foldCard } from '@/lib/review/fold-card';
import { type Schedule, schedule } from '@/lib/review/schedule';
import { followsOn, staleCards, type Tries, triesAt } from '@/lib/review/stale-cards';
import { formerCards, type TaughtCard } from '@/lib/review/taught-cards';

/**
 * A learner's cards of today: as they were kept, and where something was answered since, folded first. `tries` go by what items are called
 * today (mergedStates): a card that knows one by an older id has not seen it, and begins anew.
 */
export async function freshCards(
  learnerId: string,
  taught: ReadonlyMap<string, TaughtCard>,
  kept: ReadonlyMap<string, KeptCard>,
  tries: Tries,
  by: Schedule = schedule,
): Promise<ReadonlyMap<string, KeptCard>> {
  const stale = staleCards(taught.values(), kept, tries);
  if (stale.length === 0) return kept;
  await foldAndKeep(learnerId, stale, by);
  return keptCards(learnerId);
}

/** Cards go on from their last answer. Where a grade came late between answers that are folded in already, a card begins anew. */
function foldAndKeep(learnerId: string, stale: readonly TaughtCard[], by: Schedule): Promise<void> {
  return transaction(async (client) => {
    if (!(await lockLearner(client, learnerId))) return;
    const started = await startedCards(
      client,
      learnerId,
      stale.map(({ id }) => id),
    );
    const since = await answersToday(client, learnerId, stale, earliest(started.values()));
    const goesOn = (card: TaughtCard) => {
      const from = started.get(card.id);
      return from?.mark ? followsOn(from, triesAt(card, since.tries), answersTo(card, since.answers, from)) : false;
    };
    const anew = stale.filter((card) => !goesOn(card));
    const whole = anew.length > 0 && started.size > 0 ? await answersToday(client, learnerId, anew, null) : since;
    const folds = [];
    for (const card of stale) {
      const from = anew.includes(card) ? undefined : started.get(card.id);
      const { tries, answers } = from ? since : whole;
      const fresh = answersTo(card, answers, from);
      const { card: next, log } = foldCard(from ?? newCard(card.id), fresh, by);
      const lastAttempt = fresh.at(-1)?.attempt ?? from?.lastAttempt ?? null;
      folds.push({ card: { ...next, seen: triesAt(card, tries), lastAttempt }, log });
      // After a restore years of answers are folded in one go: others are served in between.
      await setImmediate();
    }
    await keepFold(client, learnerId, {
      cards: folds.map(({ card }) => card),
      log: folds.flatMap(({ log }) => log),
      anew: anew.map(({ id }) => id),
      gone: stale.flatMap(formerCards),
    });
  });
}

/** Tries and answers at the cards' items, whatever those were called when they were answered, under their names of today. */
async function answersToday(
  client: PoolClient,
  learnerId: string,
  cards: readonly TaughtCard[],
  after: string | null,
): Promise<{ tries: Tries; answers: Answer[] }> {
  const stored = new Map(
    cards.flatMap(({ items, ids }) => items.flatMap(({ id }) => ids.storedIds(id).map((old) => [old, id] as const))),
  );
  const found = await gradedAnswers(client, learnerId, [...stored.keys()], after);
  const tries = new Map<string, number>();
  for (const [old, count] of found.tries) {
    const item = stored.get(old) ?? old;
    tries.set(item, (tries.get(item) ?? 0) + count);
  }
  return { tries, answers: found.answers.map((one) => ({ ...one, item: stored.get(one.item) ?? one.item })) };
}

/** The answer after which everything is new to at least one card; null when one of them has to begin at the beginning anyway. */
function earliest(started: Iterable<StartedCard>): string | null {
  let first: StartedCard | undefined;
  for (const card of started) if (card.mark && (!first?.mark || card.mark < first.mark)) first = card;
  return first?.lastAttempt ?? null;
}

function answersTo(card: TaughtCard, answers: readonly Answer[], from: StartedCard | undefined): Answer[] {
  const items = new Set(card.items.map(({ id }) => id));
  return answers.filter((answer) => items.has(answer.item) && (!from?.mark || answer.mark > from.mark));
}
