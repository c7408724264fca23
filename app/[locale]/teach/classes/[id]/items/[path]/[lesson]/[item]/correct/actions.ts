'use server';

import { notFound } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { findClassItem } from '@/lib/analysis/class-item';
import { readChange } from '@/lib/analysis/read-change';
import { adjust } from '@/lib/analysis/submit-adjustment';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import { actingClass } from '@/lib/classes/this-class';

/** Corrects a question in the class's own graded work. */
export async function correctAction(_before: FormState, form: FormData): Promise<FormState> {
  const acting = await actingClass(formText(form, 'class'), 'regrade:item');
  if (!acting || acting.classroom.archivedAt) notFound();
  const found = await findClassItem(acting.classroom, formText(form, 'item'));
  const sent = { kind: formText(form, 'kind'), answer: formText(form, 'answer'), number: formText(form, 'number') };
  const change = found && readChange(found.item, sent);
  if (!found || !change) notFound();
  const outcome = await adjust(acting.classroom.id, found.item.id, change, acting.actor);
  const home = `/${formLocale(form)}/teach/classes/${acting.classroom.id}/items/${found.item.id}`;
  return goTo(`${home}?done=${outcome === 'done' ? 'yes' : 'stale'}#corrections`);
}
