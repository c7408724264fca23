'use server';

import { notFound } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import type { RosterFault } from '@/lib/classes/roster/read-roster';
import { MOST_BYTES } from '@/lib/classes/roster/read-table';
import { submitRosterFile } from '@/lib/classes/roster/submit-roster';
import { actingClass } from '@/lib/classes/this-class';
import type { Locale } from '@/lib/words/locale';
import { rosterWords } from '@/lib/words/roster';

/** Reads the file and goes on to what it would do. */
export async function readFileAction(_before: FormState, form: FormData): Promise<FormState> {
  const seen = (await actingClass(formText(form, 'classId'), 'change:roster')) ?? notFound();
  const locale = formLocale(form);
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) return { errors: { file: rosterWords[locale].importPage.missing } };
  if (file.size > MOST_BYTES) return { errors: { file: rosterWords[locale].refused['too-large'] } };
  const bytes = Buffer.from(await file.arrayBuffer());
  const result = await submitRosterFile(seen.classroom, seen.session.learnerId, { name: file.name, bytes });
  if (result.kind === 'refused') return { errors: { file: fault(result, locale) } };
  return goTo(`/${locale}/teach/classes/${seen.classroom.id}/roster/import/${result.id}`);
}

/** What is wrong with the file, where, and what was found there. */
function fault(refused: RosterFault, locale: Locale): string {
  const words = rosterWords[locale];
  const separator = locale === 'zh' ? '' : ' ';
  if (refused.code === 'file-fault') {
    const { file, why } = refused;
    const inner = why ? words.refused[why.code] : words.refused['file-fault'];
    return [`${words.refusedAt(file, why?.row ?? 1)}${locale === 'zh' ? '：' : ':'}`, inner].join(separator);
  }
  const at = 'row' in refused ? `${words.refusedAt('', refused.row)}${locale === 'zh' ? '：' : ':'}` : '';
  const found = refused.code === 'no-name-column' ? words.found((refused.header ?? []).slice(0, 12).join(', ')) : '';
  return [at, words.refused[refused.code], found].filter(Boolean).join(separator);
}
