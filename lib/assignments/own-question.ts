import type { Item } from '@/lib/curriculum/lesson';
import type { Question } from '@/lib/quiz/question';

/** A question that somebody wrote for one class. */
export type OwnQuestion = {
  readonly classId: string;
  readonly slug: string;
  readonly question: Question;
  readonly changedAt: Date;
  /** Not offered any more. */
  readonly removedAt: Date | null;
};

/** `class/{class}/{slug}`: three pieces like every item's, and no path is called by a class's id. */
export function ownItemId({ classId, slug }: Pick<OwnQuestion, 'classId' | 'slug'>): string {
  return `class/${classId}/${slug}`;
}

/** As whoever makes an assignment looks at what may be asked. It is assessed: outside of an assignment nobody is asked it. */
export function ownItem(own: OwnQuestion): Item {
  return {
    kind: 'question',
    id: ownItemId(own),
    local: own.slug,
    lesson: `class/${own.classId}`,
    question: own.question,
  };
}
