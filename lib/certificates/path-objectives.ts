import { createHash } from 'node:crypto';
import type { CertifiedObjective } from '@/lib/certificates/certificate';
import type { Path } from '@/lib/curriculum/lesson';

/** Everything that a path wants to be mastered, in the order of its lessons. */
export function pathObjectives({ lessons }: Path): CertifiedObjective[] {
  return lessons.flatMap((lesson) =>
    lesson.objectives.map(({ id, text }) => ({
      lesson: lesson.id,
      lessonTitle: {
        ...(lesson.texts.en ? { en: lesson.texts.en.title } : {}),
        ...(lesson.texts.zh ? { zh: lesson.texts.zh.title } : {}),
      },
      id,
      text,
    })),
  );
}

/** Changes whenever the path teaches something else: its lessons, their words, what they want to be mastered. */
export function contentVersion({ lessons }: Path): string {
  const hash = createHash('sha256');
  for (const { id, objectives, texts } of lessons)
    hash.update(JSON.stringify([id, objectives, texts.en?.body ?? null, texts.zh?.body ?? null]));
  return hash.digest('hex').slice(0, 12);
}

/** Paths of which every objective is mastered. */
export function masteredPaths(
  paths: readonly Path[],
  lessons: Readonly<Record<string, { readonly mastered: readonly string[] }>>,
): Path[] {
  return paths.filter((path) => {
    const wanted = path.lessons.flatMap(({ id, objectives }) => objectives.map((it) => [id, it.id] as const));
    return wanted.length > 0 && wanted.every(([lesson, objective]) => lessons[lesson]?.mastered.includes(objective));
  });
}
