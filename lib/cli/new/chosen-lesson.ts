import { UsageFault } from '@/lib/cli/check/usage-fault';
import { foldersOf, insideOf, knownLesson, type LessonInside, notAmong, pathsIn } from './content-places';
import type { Interview } from './interview';

export type LessonChoice = { readonly lesson?: string; readonly in?: string };

/** The lesson that a question or a task is for. */
export async function chosenLesson(interview: Interview, flags: LessonChoice): Promise<LessonInside> {
  const paths = await pathsIn(foldersOf(flags.in));
  const lessons = paths.flatMap((path) => path.lessons);
  if (lessons.length === 0) throw new UsageFault('There is no lesson yet: `npm run handrail -- new lesson` makes one.');
  const id = await interview.learn({
    flag: '--lesson',
    question: 'Lesson, as path/lesson',
    given: flags.lesson,
    usual: lessons.length === 1 ? lessons[0]?.id : undefined,
    fault: (typed) => {
      const found = knownLesson(paths, typed);
      return typeof found === 'string' ? found : undefined;
    },
  });
  const found = knownLesson(paths, id);
  if (typeof found === 'string') throw new UsageFault(found);
  const inside = await insideOf(found);
  if (inside.languages.length === 0) throw new UsageFault(`${id} has no words yet: en.mdx, zh.mdx or both.`);
  return inside;
}

/** One of the lesson's objectives; the only one, when there is one. */
export function learnObjective(interview: Interview, lesson: LessonInside, given: string | undefined): Promise<string> {
  const [first] = lesson.objectives;
  return interview.learn({
    flag: '--objective',
    question: `Objective: ${lesson.objectives.join(', ')}`,
    given,
    usual: lesson.objectives.length === 1 ? first : undefined,
    fault: (typed) =>
      lesson.objectives.includes(typed)
        ? undefined
        : notAmong(typed, `lesson.yaml has no objective "${typed}"`, lesson.objectives),
  });
}
