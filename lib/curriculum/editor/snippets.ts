import { parse } from 'yaml';
import { lessonComponents } from '../lesson-components-schema';
import { questionStarters, starterRun } from '../question-starters';
import { taskStarters } from '../task-starters';
import { yamlText } from '../yaml-text';

type Snippet = { scope: string; prefix: string; description: string; body: string[] };

/** What an author's editor writes for a short word: every kind of question, a task for each lab, every component of a lesson. */
export function snippets(): Record<string, Snippet> {
  return Object.fromEntries([...questionSnippets(), ...taskSnippets(), ...componentSnippets()]);
}

function questionSnippets(): [string, Snippet][] {
  return Object.entries(questionStarters).map(([kind, starter]) => [
    `question: ${kind}`,
    {
      scope: 'yaml',
      prefix: `q-${kind}`,
      description: `A whole question of the kind ${kind}: write over its words and its key`,
      body: yamlBody([{ id: '⟦id⟧', kind, objective: '⟦objective⟧', ...starter }]),
    },
  ]);
}

function taskSnippets(): [string, Snippet][] {
  const title = { en: 'What is to be done', zh: '要做什么' };
  const tasks = Object.entries(taskStarters).flatMap(([lab, { task, solution, process }]): [string, Snippet][] => [
    [
      `task: ${lab}`,
      {
        scope: 'yaml',
        prefix: `task-${lab}`,
        description: `A NAME.task.yaml for the lab ${lab}`,
        body: yamlBody({ title, lab, objective: '⟦objective⟧', ...task }),
      },
    ],
    [
      `solution: ${lab}`,
      {
        scope: 'yaml',
        prefix: `solution-${lab}`,
        description: `The NAME.solution.yaml of that task`,
        body: yamlBody({ actions: solution }),
      },
    ],
    ...(process
      ? ([
          [
            `process`,
            {
              scope: 'yaml',
              prefix: 'process',
              description: 'A NAME.process.yaml: states, variables and actions of your own',
              body: yamlBody(process.setup),
            },
          ],
        ] satisfies [string, Snippet][])
      : []),
  ]);
  const run: Snippet = {
    scope: 'yaml',
    prefix: 'run-tcp',
    description: 'A NAME.run.yaml: a run that words, questions and figures point at',
    body: yamlBody(starterRun),
  };
  return [...tasks, ['run: tcp', run]];
}

/** Each text between the quotes of a component's example is a place to write in. */
function componentSnippets(): [string, Snippet][] {
  return Object.entries(lessonComponents).map(([name, { example, content }]) => {
    let place = 0;
    const body = escaped(example)
      .replace(/="([^"]*)"/g, (_, text: string) => `="\${${++place}:${text}}"`)
      .replace(/>([^<>]+)<\//g, (_, text: string) =>
        content === 'required' ? `>\${${++place}:${text}}</` : `>${text}</`,
      );
    return [
      `component: ${name}`,
      { scope: 'mdx,markdown', prefix: `<${name}`, description: `${name} in a lesson's words`, body: [body] },
    ];
  });
}

/** YAML in which every text in a language, and the ids that an author chooses, are places to write in. */
function yamlBody(value: unknown): string[] {
  let place = 0;
  return escaped(yamlText(marking(value)))
    .replace(/⟦(")?([^⟧]*)⟧/g, (_, quote: string = '', text: string) => `${quote}\${${++place}:${text}}${quote}`)
    .trimEnd()
    .split('\n');
}

function marking(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(marking);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      (key === 'en' || key === 'zh') && typeof inside === 'string' ? marked(inside) : marking(inside),
    ]),
  );
}

/** A text that would be a number without quotes keeps them around the place to write in. */
function marked(text: string): string {
  return `⟦${typeof parse(text) === 'string' ? '' : '"'}${text}⟧`;
}

/** In a snippet `$`, `}` and `\` mean something. */
function escaped(text: string): string {
  return text.replace(/[$}\\]/g, (sign) => `\\${sign}`);
}
