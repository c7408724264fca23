import { authorPath, inFolder } from '@/lib/curriculum/read-source';
import { startedLabs, taskStarters } from '@/lib/curriculum/task-starters';
import { yamlText } from '@/lib/curriculum/yaml-text';
import { chosenLesson, type LessonChoice, learnObjective } from './chosen-lesson';
import { notAmong } from './content-places';
import type { Interview } from './interview';
import { learnAddress, learnTitle, type TitleFlags } from './names';
import { withDirs } from './new-path';
import { type Change, placeFiles } from './place-files';
import { itemIds, placingChanges } from './placed-item';
import { pageAddress } from './preview-address';
import type { Report } from './report';
import { inLanguages } from './written';

export type TaskFlags = TitleFlags &
  LessonChoice & { readonly id?: string; readonly lab?: string; readonly objective?: string };

/** A task with a solution that solves it, placed at the end of the lesson's words. */
export async function newTask(interview: Interview, flags: TaskFlags): Promise<Report> {
  const lesson = await chosenLesson(interview, flags);
  const lab = await interview.learn({
    flag: '--lab',
    question: `Lab: ${startedLabs.join(', ')}`,
    given: flags.lab,
    usual: startedLabs.length === 1 ? startedLabs[0] : undefined,
    fault: (typed) => (startedLab(typed) ? undefined : notAmong(typed, `there is no lab "${typed}"`, startedLabs)),
  });
  const objective = await learnObjective(interview, lesson, flags.objective);
  const title = await learnTitle(interview, lesson.languages, flags);
  const isTaken = await itemIds(lesson);
  const id = await learnAddress(
    interview,
    { flag: '--id', question: 'Id (its files’ name, for ever)', given: flags.id, title },
    isTaken,
  );

  const { task, solution, process } = taskStarters[startedLab(lab) ?? 'tcp'];
  const taskFile = inFolder(lesson.folder, `${id}.task.yaml`);
  const solutionFile = inFolder(lesson.folder, `${id}.solution.yaml`);
  // A process that several tasks name is written once.
  const fresh: Change[] =
    process && !lesson.files.includes(`${process.name}.process.yaml`)
      ? [
          {
            file: inFolder(lesson.folder, `${process.name}.process.yaml`),
            text: yamlText(inLanguages(process.setup, lesson.languages)),
          },
        ]
      : [];
  const placed = await placingChanges(lesson, `<Task id="${id}" />`, id);
  await placeFiles([
    ...fresh,
    { file: taskFile, text: yamlText(inLanguages({ title, lab, objective, ...task }, lesson.languages)) },
    { file: solutionFile, text: yamlText({ actions: solution }) },
    ...placed,
  ]);
  const [first = 'en'] = lesson.languages;
  return {
    written: [...fresh.map(({ file }) => file), taskFile, solutionFile].map(authorPath),
    changed: placed.map(({ file }) => authorPath(file)),
    next: [
      ['make it yours', `${authorPath(taskFile)}: what is allowed, the goals, the prompt and the hints`],
      ['solve it', `${authorPath(solutionFile)}: the actions that meet your goals`],
      [
        'place it',
        `<Task id="${id}" /> stands at the end of the words; move the line where it belongs${lesson.languages.length > 1 ? ', in each language' : ''}`,
      ],
      ['see it', `${withDirs(lesson.dir)}npm run dev, then ${pageAddress(first, lesson.id)}`],
      ['check it', `${withDirs(lesson.dir)}npm run handrail -- check ${authorPath(lesson.folder)}`],
    ],
  };
}

function startedLab(name: string): (typeof startedLabs)[number] | undefined {
  return startedLabs.find((lab) => lab === name);
}
