'use server';

import { notFound, redirect } from 'next/navigation';
import type { BringState } from '@/components/assignments/bring-form';
import { faultState } from '@/components/assignments/said-faults';
import { typedIn, type WorkFormState } from '@/components/assignments/work-form-state';
import { bringGift, largestFile } from '@/lib/assignments/bring-questions';
import { ownQuestionsOf } from '@/lib/assignments/own-question-store';
import { isOwnKind } from '@/lib/assignments/question-rows';
import {
  changeQuestion,
  keep,
  type OwnSaved,
  offerQuestion,
  writeQuestion,
} from '@/lib/assignments/submit-own-question';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import { actingClass, type ThisClass } from '@/lib/classes/this-class';
import { textOfBytes } from '@/lib/exchange/text/text-of-bytes';
import { assignmentsWords } from '@/lib/words/assignments';
import { isLocale } from '@/lib/words/locale';

export async function writeAction(_before: WorkFormState, form: FormData): Promise<WorkFormState> {
  const [seen, kind] = [await assigning(form), formText(form, 'kind')];
  if (!isOwnKind(kind)) notFound();
  return answer(form, seen, await writeQuestion(seen, kind, form));
}

export async function changeQuestionAction(_before: WorkFormState, form: FormData): Promise<WorkFormState> {
  const seen = await assigning(form);
  return answer(form, seen, await changeQuestion(seen, formText(form, 'question'), form));
}

export async function offerAction(form: FormData): Promise<void> {
  const [seen, slug] = [await assigning(form), formText(form, 'question')];
  await offerQuestion(seen, slug, formText(form, 'do') === 'remove');
  redirect(placeOf(form, seen));
}

/** First what would come along, then, by the second button, taking it over. */
export async function bringAction(_before: BringState, form: FormData): Promise<BringState> {
  const seen = await assigning(form);
  const words = assignmentsWords[formLocale(form)].own;
  const typed = formText(form, 'language');
  const language = isLocale(typed) ? typed : seen.classroom.locale;
  const read = await giftIn(form);
  if ('problem' in read) return { problem: read.problem || words.tooLarge, text: '', language };
  const known = await ownQuestionsOf(seen.classroom.id);
  const would = bringGift(
    read.text,
    language,
    known.map(({ slug }) => slug),
  );
  if (formText(form, 'do') === 'take' && would.questions.length > 0) {
    const kept = await keep(seen, would.questions, 'question-written');
    if (kept.kind === 'saved') return goTo(placeOf(form, seen));
    return { problem: words.mostReached(500), text: read.text, language };
  }
  return {
    text: read.text,
    language,
    would: {
      ready: would.questions.length,
      of: would.of,
      questions: would.questions.slice(0, 50).map(({ id, prompt }) => ({ id, prompt: prompt[language] ?? '' })),
      faults: would.faults.slice(0, 50).map(({ line, column, message }) => words.bringFault(line, column, message)),
      notes: would.notes
        .slice(0, 100)
        .map(({ item, loss, why }) => words.faultAt(item.slice(0, 80), `${words.loss[loss]}, ${why}`)),
    },
  };
}

async function giftIn(form: FormData): Promise<{ text: string } | { problem: string }> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    if (file.size > largestFile) return { problem: '' };
    const read = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    return 'fault' in read ? { problem: read.fault.message } : read;
  }
  const text = formText(form, 'text').replace(/\r\n?/g, '\n');
  return text.length > largestFile ? { problem: '' } : { text };
}

async function assigning(form: FormData): Promise<ThisClass> {
  const seen = await actingClass(formText(form, 'class'), 'assign:work');
  if (!seen) notFound();
  return seen;
}

function placeOf(form: FormData, { classroom }: ThisClass): string {
  return `/${formLocale(form)}/teach/classes/${classroom.id}/assignments/questions`;
}

async function answer(form: FormData, seen: ThisClass, saved: OwnSaved): Promise<WorkFormState> {
  const locale = formLocale(form);
  switch (saved.kind) {
    case 'saved':
      return goTo(`${placeOf(form, seen)}/${saved.slug}?saved=${Date.now().toString(36)}`);
    case 'faults':
      return faultState(saved.faults, form, locale);
    case 'refused':
      return { problem: assignmentsWords[locale].page.refused, values: typedIn(form) };
  }
}
