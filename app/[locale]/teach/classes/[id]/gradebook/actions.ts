'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { decisionText } from '@/components/gradebook/learner/decision-history';
import { mayInClass } from '@/lib/access/class-access';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import { isUuid } from '@/lib/classes/class-for';
import { actingClass } from '@/lib/classes/this-class';
import { staffNames } from '@/lib/gradebook/book-learner-store';
import type { DecisionEntry } from '@/lib/gradebook/decision-store';
import { columnTitle } from '@/lib/gradebook/submit-columns';
import { comment, uncomment } from '@/lib/gradebook/submit-comment';
import { decide } from '@/lib/gradebook/submit-decision';
import { gradebookLearnerWords } from '@/lib/words/gradebook-learner';
import type { Locale } from '@/lib/words/locale';

const kinds = ['given', 'excused', 'removed'] as const;

/** Gives a score, excuses, or takes either back. */
export async function decideAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const words = gradebookLearnerWords[locale];
  const text = (name: string) => formText(form, name);
  const values = { kind: text('kind'), percent: text('percent'), reason: text('reason'), follows: text('follows') };
  const seen = await actingClass(text('class'), 'override:grade');
  if (!seen) return { problem: words.gone, values };
  if (seen.classroom.archivedAt) return { problem: words.archived, values };
  const kind = kinds.find((it) => it === values.kind);
  if (!kind) return { errors: { kind: words.faults.kind }, values };
  const follows = /^\d{1,6}$/.test(values.follows) ? Number(values.follows) : 0;
  const [learnerId, column] = [text('learner'), text('column')];
  const outcome = await decide(seen, {
    learnerId,
    column,
    kind,
    percent: values.percent,
    reason: values.reason,
    follows,
  });
  switch (outcome.kind) {
    case 'decided':
      return goTo(`/${locale}/teach/classes/${seen.classroom.id}/gradebook/${learnerId}#history`);
    case 'faulty': {
      const { percent, reason } = outcome;
      const errors = {
        ...(percent && { percent: words.faults[percent] }),
        ...(reason && { reason: words.faults[reason] }),
      };
      return { errors, values };
    }
    case 'overtaken': {
      const { by } = outcome;
      if (!by) return { problem: words.gone, values };
      const problem = await overtakenText(
        by,
        (await columnTitle(seen.classroom, by.column, locale)) ?? by.column,
        locale,
      );
      return { problem, values: { ...values, follows: String(by.revision) } };
    }
    case 'unknown':
      return { problem: words.gone, values };
  }
}

async function overtakenText(by: DecisionEntry, title: string, locale: Locale): Promise<string> {
  const words = gradebookLearnerWords[locale];
  const who = (await staffNames([by.decidedBy])).get(by.decidedBy) ?? '';
  return words.overtaken(
    who,
    [decisionText(by, title, locale), by.reason && words.because(by.reason)].filter(Boolean).join(' '),
  );
}

/** Says something to a learner's work. */
export async function commentAction(_before: FormState, form: FormData): Promise<FormState> {
  const locale = formLocale(form);
  const words = gradebookLearnerWords[locale];
  const text = (name: string) => formText(form, name);
  const values = { text: text('text'), audience: text('audience') };
  const seen = await actingClass(text('class'), 'mark:work');
  if (!seen) return { problem: words.gone, values };
  if (seen.classroom.archivedAt) return { problem: words.archived, values };
  const [learnerId, attemptId] = [text('learner'), text('attempt')];
  const outcome = await comment(seen, {
    learnerId,
    attemptId,
    column: text('column'),
    text: values.text,
    // What was not chosen is not told.
    forLearner: values.audience === 'learner',
  });
  if (outcome.kind === 'unknown') return { problem: words.gone, values };
  if (outcome.kind === 'faulty') return { errors: { text: words.commentFaults[outcome.text] }, values };
  return goTo(`${homeOf(seen.classroom.id, locale, learnerId, attemptId)}#comments`);
}

/** Takes a comment back. */
export async function uncommentAction(form: FormData): Promise<void> {
  const locale = formLocale(form);
  const text = (name: string) => formText(form, name);
  const seen = await actingClass(text('class'), 'mark:work');
  if (!seen) redirect(`/${locale}/teach`);
  const [learnerId, attemptId] = [text('learner'), text('attempt')];
  const { role, session, classroom } = seen;
  const anyones = mayInClass(session, role && { role }, 'override:grade');
  if (!classroom.archivedAt) await uncomment(seen, { learnerId, id: text('comment') }, anyones);
  redirect(`${homeOf(classroom.id, locale, learnerId, attemptId)}#comments`);
}

function homeOf(classId: string, locale: Locale, learnerId: string, attemptId: string): string {
  // Only what is an id leads anywhere.
  const learner = isUuid(learnerId) ? `/${learnerId}${isUuid(attemptId) ? `/attempts/${attemptId}` : ''}` : '';
  return `/${locale}/teach/classes/${classId}/gradebook${learner}`;
}
