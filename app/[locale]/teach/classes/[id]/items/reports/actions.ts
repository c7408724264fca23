'use server';

import { notFound } from 'next/navigation';
import type { FormState } from '@/components/account/form-state';
import { findClassReport, settleReport } from '@/lib/analysis/class-report-store';
import { reportedClass } from '@/lib/analysis/class-reports';
import { formLocale, formText } from '@/lib/auth/form';
import { goTo } from '@/lib/auth/this-request';
import { isUuid } from '@/lib/classes/class-for';
import { actingClass } from '@/lib/classes/this-class';
import { analysisWords } from '@/lib/words/analysis';

const longestNote = 1_000;

/** Settles a report of one of the class's learners, with a note for whoever else teaches it. */
export async function settleAction(_before: FormState, form: FormData): Promise<FormState> {
  const acting = await actingClass(formText(form, 'class'), 'view:reports');
  if (!acting) notFound();
  const [learner, id] = [formText(form, 'learner'), formText(form, 'report')];
  const isNamed = isUuid(learner) && isUuid(id);
  const report = isNamed ? await findClassReport(await reportedClass(acting.classroom), learner, id) : undefined;
  if (!report) notFound();
  const note = formText(form, 'note').replaceAll('\0', '').trim();
  const locale = formLocale(form);
  if (note.length > longestNote) return { problem: analysisWords[locale].noteTooLong, values: { note } };
  const outcome = await settleReport(acting.classroom.id, report, note, acting.actor);
  const done = outcome === 'done' ? 'yes' : 'stale';
  return goTo(`/${locale}/teach/classes/${acting.classroom.id}/items/reports?done=${done}`);
}
