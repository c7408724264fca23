import { Faults, type FieldFault } from '@/lib/assignments/field-fault';
import { judgedQuestion } from '@/lib/assignments/judge-question';
import {
  countOwnQuestions,
  findOwnQuestion,
  ownQuestionsOf,
  saveOwnQuestion,
  setRemoved,
} from '@/lib/assignments/own-question-store';
import { draftQuestion } from '@/lib/assignments/question-draft';
import { isOwnKind, type OwnKind } from '@/lib/assignments/question-rows';
import { registerOwn } from '@/lib/assignments/taught-to';
import { audit } from '@/lib/audit/audit-store';
import { formLocale, formText } from '@/lib/auth/form';
import type { ClassSeen } from '@/lib/classes/classroom';
import { transaction } from '@/lib/db/transaction';
import { freeId, slugOf } from '@/lib/exchange/bring/slug';
import type { Question } from '@/lib/quiz/question';

/** A class's own questions; more is a course, and belongs into files. */
export const mostOwn = 500;

export type OwnSaved =
  | { readonly kind: 'saved'; readonly slug: string }
  | { readonly kind: 'faults'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'refused' };

/** Writes a new question by its form. Its id is made of its words and stays, whatever they become. */
export async function writeQuestion(seen: ClassSeen, kind: OwnKind, form: FormData): Promise<OwnSaved> {
  const known = await ownQuestionsOf(seen.classroom.id);
  const taken = new Set(known.map(({ slug }) => slug));
  const slug = freeId(slugOf(formText(form, 'prompt-en')) || 'question', taken);
  const faults = new Faults();
  const question = judgedQuestion(draftQuestion(form, kind, slug, undefined), formLocale(form), faults);
  return question ? keep(seen, [question], 'question-written') : { kind: 'faults', faults: faults.all };
}

/** Changes a question. A new wording is a new version, a new key a new revision of it: what was answered keeps what it was asked and graded by. */
export async function changeQuestion(seen: ClassSeen, slug: string, form: FormData): Promise<OwnSaved> {
  const own = await findOwnQuestion(seen.classroom.id, slug);
  if (!own || !isOwnKind(own.question.kind)) return { kind: 'refused' };
  const faults = new Faults();
  const draft = draftQuestion(form, own.question.kind, slug, own.question);
  const question = judgedQuestion(draft, formLocale(form), faults);
  return question ? keep(seen, [question], 'question-changed') : { kind: 'faults', faults: faults.all };
}

/** Keeps all of these or, where the class would have too many, none; then writes down what they ask, as for everything that is asked. */
export async function keep(
  { classroom, actor }: ClassSeen,
  questions: readonly Question[],
  action: 'question-written' | 'question-changed',
): Promise<OwnSaved> {
  const classId = classroom.id;
  if (classroom.archivedAt) return { kind: 'refused' };
  const isNew = action === 'question-written';
  const isKept = await transaction(async (client) => {
    await client.query('SELECT FROM class WHERE id = $1 FOR UPDATE', [classId]);
    if (isNew && (await countOwnQuestions(client, classId)) + questions.length > mostOwn) return false;
    for (const question of questions) {
      // Somebody else has just taken the name.
      if (!(await saveOwnQuestion(client, classId, question, isNew)))
        throw new Error(`${question.id} is there already`);
      await audit({ actor, action, subject: `class/${classId}/${question.id}`, classId }, client);
    }
    return true;
  });
  if (!isKept) return { kind: 'faults', faults: [{ field: 'prompt-en', code: 'no-more', found: String(mostOwn) }] };
  await registerOwn(
    questions.map((question) => ({ classId, slug: question.id, question, changedAt: new Date(), removedAt: null })),
  );
  return { kind: 'saved', slug: questions[0]?.id ?? '' };
}

/** Offers a question no more, or again. What asks it already goes on. */
export async function offerQuestion(
  { classroom, actor }: ClassSeen,
  slug: string,
  isRemoved: boolean,
): Promise<boolean> {
  if (!(await findOwnQuestion(classroom.id, slug))) return false;
  return transaction(async (client) => {
    const isChanged = await setRemoved(client, classroom.id, slug, isRemoved);
    const subject = `class/${classroom.id}/${slug}`;
    const entry = { actor, action: 'question-changed', subject, classId: classroom.id } as const;
    if (isChanged) await audit({ ...entry, detail: { isOffered: !isRemoved } }, client);
    return isChanged;
  });
}
