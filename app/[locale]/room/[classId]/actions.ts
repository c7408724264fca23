'use server';

import { refresh } from 'next/cache';
import { notFound, redirect } from 'next/navigation';
import type { VoteState } from '@/components/live/vote-form';
import { responseIn } from '@/lib/attempts/form-answer';
import { formLocale, formText } from '@/lib/auth/form';
import { isActing } from '@/lib/auth/this-request';
import { actingClass, type ThisClass } from '@/lib/classes/this-class';
import { moveHand } from '@/lib/live/submit-room';
import { submitVote } from '@/lib/live/submit-vote';
import { answerLimit } from '@/lib/server/answer-limit';

/** A vote in the round that is open. */
export async function voteAction(_before: VoteState, form: FormData): Promise<VoteState> {
  const { session, classroom } = await attending(form);
  const round = formText(form, 'round');
  // Counted like any answer.
  if (answerLimit().secondsToWait(session.learnerId, [undefined], performance.now()) > 0) return { said: 'busy' };
  const reply = await submitVote(session, classroom.id, { round, response: responseIn(form) });
  switch (reply.kind) {
    case 'no-session':
      return { said: 'signedOut' };
    default:
      return { said: reply.kind };
  }
}

export async function handAction(form: FormData): Promise<void> {
  const { session, classroom } = await attending(form);
  await moveHand(classroom.id, session.learnerId, formText(form, 'what') === 'raised' ? 'raised' : 'lowered');
  if (!(await isActing())) redirect(`/${formLocale(form)}/room/${classroom.id}`);
  refresh();
}

async function attending(form: FormData): Promise<ThisClass> {
  const seen = await actingClass(formText(form, 'class'), 'attend:class');
  if (!seen) notFound();
  return seen;
}
