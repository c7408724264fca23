'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { markingAddress, readMarkingQuery } from '@/components/gradebook/marking/marking-address';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import { actingClass, type ThisClass } from '@/lib/classes/this-class';
import { staffNames } from '@/lib/gradebook/book-learner-store';
import { neighbour } from '@/lib/gradebook/marking';
import { flagAnswer, type MarkingEntry } from '@/lib/gradebook/marking-store';
import { mark, unmark } from '@/lib/gradebook/submit-marking';
import { answerToMark, queueOf } from '@/lib/gradebook/submit-marking-queue';
import { type Locale, languageTags } from '@/lib/words/locale';
import { markingWords } from '@/lib/words/marking';

const mostFlagNote = 500;

/** Saves the points of one answer, and goes on to the next. */
export async function markAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const words = markingWords[locale];
  const values = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const seen = await actingClass(formText(form, 'class'), 'mark:work');
  if (!seen) return { problem: words.gone, values };
  if (seen.classroom.archivedAt) return { problem: words.archived, values };
  const query = queryOf(form);
  const outcome = await mark(seen, {
    item: query.item,
    attemptId: query.answer,
    given: (criterion) => formText(form, `points ${criterion}`),
    comment: formText(form, 'comment'),
    follows: numberIn(form, 'follows'),
  });
  switch (outcome.kind) {
    case 'marked': {
      const next = neighbour(await queueOf(seen, query.item), query.answer, 1, query.view);
      return goTo(
        `${homeOf(seen, locale)}${markingAddress({ ...query, answer: next?.attemptId ?? '', done: query.answer })}`,
      );
    }
    case 'faulty': {
      const errors = Object.entries(outcome.faults).map(([id, fault]) => [
        `points ${id}`,
        fault === 'missing' ? words.faults.missing : words.faults['out-of-range'](formText(form, `most ${id}`)),
      ]);
      return {
        errors: {
          ...Object.fromEntries(errors),
          ...(outcome.isCommentTooLong && { comment: words.faults['too-long'] }),
        },
        values,
      };
    }
    case 'overtaken': {
      const { by } = outcome;
      const problem = by ? words.overtaken(await entryText(by, seen, locale)) : words.gone;
      return { problem, values: { ...values, ...(by && { follows: String(by.revision) }) } };
    }
    case 'unknown':
      return { problem: words.gone, values };
  }
}

async function entryText(entry: MarkingEntry, { classroom }: ThisClass, locale: Locale): Promise<string> {
  const words = markingWords[locale];
  const { timeZone } = classroom;
  const time = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const who = (await staffNames([entry.markedBy])).get(entry.markedBy) ?? '';
  const when = time.format(entry.markedAt);
  if (entry.earned === null) return words.undoneBy(who, when);
  const number = new Intl.NumberFormat(languageTags[locale]);
  const points = words.pointsOf(number.format(entry.earned), number.format(entry.possible));
  return words.markedBy(who, when, entry.comment ? `${points}; ${entry.comment}` : points);
}

/** Takes a marking back; the answer is shown again. */
export async function unmarkAction(form: FormData): Promise<void> {
  const { seen, locale, query } = await acting(form);
  if (!seen.classroom.archivedAt)
    await unmark(seen, { item: query.item, attemptId: query.answer, follows: numberIn(form, 'follows') });
  redirect(`${homeOf(seen, locale)}${markingAddress(query)}`);
}

/** Flags an answer for somebody else, or takes the flag away, and goes on. */
export async function flagAction(form: FormData): Promise<void> {
  const { seen, locale, query } = await acting(form);
  const answer = await answerToMark(seen, query.item, query.answer);
  if (!answer || seen.classroom.archivedAt) redirect(`${homeOf(seen, locale)}${markingAddress(query)}`);
  const isFlag = formText(form, 'flag') === 'set';
  const note = formText(form, 'note').replaceAll('\0', '').trim().slice(0, mostFlagNote);
  await flagAnswer(answer.learnerId, answer.attemptId, seen.actor.id, isFlag ? { note } : null);
  const next = isFlag ? neighbour(await queueOf(seen, query.item), query.answer, 1, query.view) : undefined;
  const to = isFlag ? (next?.attemptId ?? '') : query.answer;
  redirect(`${homeOf(seen, locale)}${markingAddress({ ...query, answer: to })}`);
}

async function acting(form: FormData) {
  const locale = formLocale(form);
  const seen = await actingClass(formText(form, 'class'), 'mark:work');
  if (!seen) redirect(`/${locale}/teach`);
  return { seen, locale, query: queryOf(form) };
}

function queryOf(form: FormData) {
  return readMarkingQuery(
    Object.fromEntries(['item', 'answer', 'view', 'names'].map((name) => [name, formText(form, name)])),
  );
}

function numberIn(form: FormData, name: string): number {
  const text = formText(form, name);
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}

function homeOf({ classroom }: ThisClass, locale: Locale): string {
  return `/${locale}/teach/classes/${classroom.id}/gradebook/marking`;
}
