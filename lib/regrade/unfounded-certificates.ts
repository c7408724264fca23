import type { PoolClient } from 'pg';
import { type SecretForm, secretFormOf } from '@/lib/attempts/known-version';
import type { MovedIds } from '@/lib/curriculum/moved-ids';
import { masteryOf } from '@/lib/progress/mastery';
import { answersAbout, certificatesResting, type HeldCertificate } from '@/lib/regrade/certificate-store';
import { isChanged, type NewGrade } from '@/lib/regrade/regrade';
import { type Evidence, newCard } from '@/lib/review/card';
import { foldCard } from '@/lib/review/fold-card';

/** `path/lesson#objective` of an item; undefined when it gives evidence for none. */
export function cardOf(item: string, form: SecretForm): string | undefined {
  const objective = form.kind === 'question' ? form.question.objective : form.task.objective;
  return objective === undefined ? undefined : `${item.slice(0, item.lastIndexOf('/'))}#${objective}`;
}

/** The card an answer counts for, by every name that a certificate may know it by. */
function cardsOf(item: string, form: SecretForm, ids: MovedIds): string[] {
  const now = ids.item(item);
  const cards = [cardOf(item, form), now && cardOf(now.id, secretFormOf(now))].filter((card) => card !== undefined);
  return cards.flatMap((card) => {
    const [lesson = '', objective = ''] = card.split('#');
    return ids.storedLessons(ids.currentLesson(lesson)).map((address) => `${address}#${objective}`);
  });
}

/** Whether an objective was mastered at a moment, by these answers. */
export function wasMastered(answers: readonly Evidence[], at: Date): boolean {
  const { card } = foldCard(
    newCard(''),
    answers.filter((answer) => answer.at <= at),
  );
  return masteryOf(card).state === 'mastered';
}

/**
 * Valid certificates of a learner that would not have been issued had the new grades been given then: an objective on which one rests was
 * mastered on its day, and by the new grades was not. What was answered worse since then takes nothing back. To be asked before they count.
 */
export async function unfoundedCertificates(
  client: PoolClient,
  learnerId: string,
  grades: readonly NewGrade[],
  formOf: (grade: NewGrade) => SecretForm,
  ids: MovedIds,
): Promise<HeldCertificate[]> {
  const changed = grades.filter(isChanged);
  const cards = new Set(changed.flatMap((grade) => cardsOf(grade.item, formOf(grade), ids)));
  const held = cards.size > 0 ? await certificatesResting(client, learnerId, [...cards]) : [];
  if (held.length === 0) return [];
  const right = new Map(grades.map(({ attemptId, to }) => [attemptId, to.earned >= to.possible]));
  const unfounded = new Set<HeldCertificate>();
  for (const card of new Set(held.flatMap((certificate) => certificate.cards))) {
    const before = await answersAbout(client, learnerId, card, ids);
    const answers = before.map((answer) => ({ ...answer, right: right.get(answer.attempt) ?? answer.right }));
    for (const certificate of held) {
      const { cards, issuedAt } = certificate;
      if (cards.includes(card) && wasMastered(before, issuedAt) && !wasMastered(answers, issuedAt))
        unfounded.add(certificate);
    }
  }
  return [...unfounded];
}
