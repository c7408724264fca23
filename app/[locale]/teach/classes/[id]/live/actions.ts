'use server';

import { notFound, redirect } from 'next/navigation';
import { unpackFragment } from '@/components/labs/share-link';
import type { ShareLinkState } from '@/components/live/lab-link-form';
import { formLocale, formText } from '@/lib/auth/form';
import { isActing } from '@/lib/auth/this-request';
import { isUuid } from '@/lib/classes/class-for';
import { actingClass, type ThisClass } from '@/lib/classes/this-class';
import { readSharedRun } from '@/lib/live/shared-run';
import { actInRoom, askClass, lowerHands, moveHand } from '@/lib/live/submit-room';

/** Whatever an instructor does in the room of their class. What happened is told by the stream, or by the page that is drawn anew. */
export async function roomAction(form: FormData): Promise<void> {
  const seen = await acting(form);
  await done(seen, form);
  // A page without scripts is drawn anew, at its own address.
  if (!(await isActing())) redirect(roomOf(seen, form));
}

async function done(seen: ThisClass, form: FormData): Promise<unknown> {
  const what = formText(form, 'what');
  switch (what) {
    case 'open':
    case 'close':
    case 'clear':
    case 'end-vote':
    case 'vote-again':
    case 'reveal':
      return actInRoom(seen, { kind: what });
    case 'ask':
      return askClass(seen, formText(form, 'item').slice(0, 300));
    case 'lower': {
      const learner = formText(form, 'learner');
      return isUuid(learner) && moveHand(seen.classroom.id, learner, 'lowered');
    }
    case 'lower-all':
      return lowerHands(seen.classroom.id);
    default:
      return undefined;
  }
}

/** Shows the class a lab by its link. */
export async function shareLinkAction(_before: ShareLinkState, form: FormData): Promise<ShareLinkState> {
  const seen = await acting(form);
  const link = formText(form, 'link').trim();
  const hash = link.indexOf('#');
  const unpacked = hash === -1 ? null : await unpackFragment(link.slice(hash));
  if (unpacked?.kind !== 'unpacked') return { problem: 'badLink', link };
  const read = readSharedRun(unpacked.value);
  if (read.kind === 'too-long') return { problem: 'longLink', link };
  if (read.kind === 'other-version') return { problem: 'oldLink', link };
  if (read.kind !== 'run') return { problem: 'badLink', link };
  if (!(await actInRoom(seen, { kind: 'share-lab', run: read.run }))) return { problem: 'closed', link };
  redirect(`${roomOf(seen, form)}/lab?lab=${read.run.run.lab}`);
}

async function acting(form: FormData): Promise<ThisClass> {
  const seen = await actingClass(formText(form, 'class'), 'run:room');
  if (!seen) notFound();
  return seen;
}

function roomOf({ classroom }: ThisClass, form: FormData): string {
  return `/${formLocale(form)}/teach/classes/${classroom.id}/live`;
}
