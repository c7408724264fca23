import { type Command, Option } from 'commander';
import { UsageFault } from './check/usage-fault';
import { Interview, ownTerminal } from './new/interview';
import { newLesson } from './new/new-lesson';
import { newPath } from './new/new-path';
import { newQuiz } from './new/new-quiz';
import { newTask } from './new/new-task';
import { type Report, reportLines } from './new/report';

/** What was done is told to `tell`. */
export function register(program: Command, tell: (said: string) => void = console.log): void {
  const begin = (make: (interview: Interview) => Promise<Report>) => tellOf(make, tell);
  const made = program
    .command('new')
    .description('begin a path, a lesson, a quiz or a task: asks what it needs, or takes flags; never overwrites')
    .showHelpAfterError('(--help lists the flags)');
  const titles = () => [
    new Option('--title-en <text>', 'its title in English'),
    new Option('--title-zh <text>', 'its title in Chinese'),
  ];
  const within = () => new Option('--in <folder>', 'the content folder, when there are several');
  const lesson = () => new Option('--lesson <path/lesson>', 'the lesson it is for: tcp-tls/three-way-four-way');

  const path = made
    .command('path')
    .description('a folder for lessons')
    .option('--address <address>', 'its folder’s name and its address, for ever; follows from the English title')
    .option('--languages <list>', 'en, zh, or en,zh (the usual)');
  for (const option of [...titles(), within()]) path.addOption(option);
  path.action((flags) => begin((interview) => newPath(interview, flags)));

  const draft = made
    .command('lesson')
    .description('a draft lesson: words in each language of its path and a quiz without questions')
    .option('--path <path>', 'the path it belongs to: tcp-tls')
    .option('--address <address>', 'its address, for ever; follows from the English title');
  for (const option of [...titles(), within()]) draft.addOption(option);
  draft.action((flags) => begin((interview) => newLesson(interview, flags)));

  const quiz = made
    .command('quiz')
    .description('a quiz, or one question more for the quiz that is there')
    .option('--kind <kind>', 'the kind of question to begin with; none for a quiz without questions')
    .option('--id <id>', 'the question’s id, for ever')
    .option('--objective <id>', 'the objective of lesson.yaml that it asks about');
  for (const option of [lesson(), within()]) quiz.addOption(option);
  quiz.action((flags) => begin((interview) => newQuiz(interview, flags)));

  const task = made
    .command('task')
    .description('a lab task with a solution that solves it')
    .option('--lab <lab>', 'the lab it is done in')
    .option('--id <id>', 'its id and its files’ name, for ever; follows from the English title')
    .option('--objective <id>', 'the objective of lesson.yaml that it asks for');
  for (const option of [lesson(), ...titles(), within()]) task.addOption(option);
  task.action((flags) => begin((interview) => newTask(interview, flags)));
}

async function tellOf(make: (interview: Interview) => Promise<Report>, tell: (said: string) => void): Promise<void> {
  const interview = new Interview(ownTerminal());
  try {
    tell(reportLines(await make(interview)));
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  } finally {
    interview.end();
  }
}
