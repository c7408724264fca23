'use server';

import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo, thisSession } from '@/lib/auth/this-request';
import { previewContent } from '@/lib/preview/read-preview';
import { endDraftLink, submitDraftLink } from '@/lib/preview/submit-draft-link';
import { previewWords } from '@/lib/words/preview';

export async function makeLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  const [locale, lesson] = [formLocale(form), formText(form, 'lesson')];
  const wish = { lesson, withKeys: formText(form, 'keys') === 'yes', days: Number(formText(form, 'days')) };
  const made = await submitDraftLink(await thisSession(), wish, isDraft);
  if (made.kind !== 'made') return { problem: previewWords[locale].faults[made.kind] };
  // The list of links is read anew; the query makes it another address each time.
  return goTo(`/${locale}/preview/${lesson}?made=${made.token.slice(-6)}#links`);
}

export async function endLinkAction(_before: FormState, form: FormData): Promise<FormState> {
  const [locale, lesson, token] = [formLocale(form), formText(form, 'lesson'), formText(form, 'token')];
  if (!(await endDraftLink(await thisSession(), token))) return { problem: previewWords[locale].faults['not-allowed'] };
  return goTo(`/${locale}/preview/${lesson}?ended=${token.slice(-6)}#share`);
}

async function isDraft(lesson: string): Promise<boolean> {
  return (await previewContent()).curriculum.lessonById(lesson)?.draft === true;
}
