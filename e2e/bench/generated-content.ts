import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generatedQuiz, questionIds } from './generated-quiz';
import { SeededRandom } from './generated-random';
import { generatedText } from './generated-text';

/** As many as a course has: the list beside each lesson names its neighbours. */
const LESSONS_A_PATH = 25;

const ends = 'setup:\n  client: { iss: 1234567 }\n  server: { iss: 7654321 }\nseed: 1\n';
const opened =
  '  - { kind: listen, side: server }\n  - { kind: open, side: client }\n  - { kind: next }\n  - { kind: next }\n  - { kind: next }\n';
const closing =
  '  - { kind: close, side: client }\n  - { kind: next }\n  - { kind: next }\n  - { kind: close, side: server }\n  - { kind: next }\n  - { kind: next }\n  - { kind: next }\n';

/**
 * A further content folder of `count` lessons, each as the promise of speed describes one: 1,500 English words and 2,500 Han, eight questions,
 * two tasks with their solutions. The same seed writes the same bytes.
 */
export async function writeGeneratedContent(folder: string, count: number, seed = 1): Promise<void> {
  for (let at = 0; at < count; at++) {
    for (const [name, text] of Object.entries(generatedLesson(at, count, seed))) {
      const file = join(folder, lessonFolder(at), name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    if (at % LESSONS_A_PATH === 0) await writeFile(join(folder, pathOf(at), 'path.yaml'), pathFile(at));
  }
}

/** `generated-01/003-lesson-3`, from the content folder. */
export function lessonFolder(at: number): string {
  return `${pathOf(at)}/${String(at % LESSONS_A_PATH).padStart(3, '0')}-lesson-${at}`;
}

/** `generated-01/lesson-3`, as addresses name it. */
export function lessonId(at: number): string {
  return `${pathOf(at)}/lesson-${at}`;
}

function pathOf(at: number): string {
  return `generated-${String(Math.floor(at / LESSONS_A_PATH) + 1).padStart(2, '0')}`;
}

function pathFile(at: number): string {
  const number = Math.floor(at / LESSONS_A_PATH) + 1;
  return `title: { en: "Course ${number}", zh: "课程${number}" }
summary: { en: "What two machines say to each other.", zh: "两台机器之间说些什么。" }
standard: { labs: 1, tasks: 2, questions: 8 }
order: ${1_000 + number}
`;
}

/** The files of one lesson. */
function generatedLesson(at: number, count: number, seed: number): Record<string, string> {
  const random = (branch: number) => new SeededRandom(seed, at * 8 + branch);
  const around = {
    neighbour: lessonId((at + 1) % count),
    questions: questionIds,
    tasks: ['open-it', 'close-it'],
  };
  return {
    'lesson.yaml': `objectives:
  - { id: counting, text: { en: "Say which number comes next", zh: "说出接下来是几号" } }
  - { id: states, text: { en: "Name the states of both sides", zh: "说出两边各自的状态" } }
${at % LESSONS_A_PATH > 0 ? `prerequisites: [ ${lessonId(at - 1)} ]\n` : ''}sources:
  - { id: rfc9293, title: "Transmission Control Protocol", section: "3.4", href: "https://www.rfc-editor.org/rfc/rfc9293" }
`,
    'en.mdx': generatedText('en', random(0), {
      ...around,
      title: `Lesson ${at}`,
      lede: 'Two machines count the same bytes, and neither sees what the other has.',
    }),
    'zh.mdx': generatedText('zh', random(1), {
      ...around,
      title: `第${at}课`,
      lede: '两台机器数的是同样的字节，谁也看不见对方手里有什么。',
    }),
    'quiz.yaml': generatedQuiz(random(2)),
    'open.run.yaml': `title: { en: Open a connection, zh: 打开一个连接 }\nlab: tcp\n${ends}actions:\n${opened}`,
    'open-it.task.yaml': task({
      title: ['Open a connection', '打开一个连接'],
      body: 'actions: [listen, open, next, deliver]\n',
      goal: '  - { kind: in-state, side: client, state: ESTABLISHED }\n  - { kind: in-state, side: server, state: ESTABLISHED }\n',
      prompt: ['Bring both sides to ESTABLISHED.', '让两边都到ESTABLISHED。'],
      hint: ['Who has to be ready before the first SYN comes?', '第一个SYN到之前，谁得先准备好？'],
    }),
    'open-it.solution.yaml': `actions:\n${opened}`,
    'close-it.task.yaml': task({
      title: ['Close it cleanly', '好好关闭'],
      body: `given:\n${opened}actions: [close, next, wait]\n`,
      goal: '  - { kind: closed-cleanly }\n',
      prompt: ['Close the connection so that both sides end in CLOSED.', '把连接关掉，两边最后都到CLOSED。'],
      hint: ['Each direction is closed on its own. Which one is still open?', '两个方向各关各的。还有哪一个开着？'],
    }),
    'close-it.solution.yaml': `actions:\n${closing}`,
    'figures/states.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><rect x="5" y="15" width="50" height="30" fill="none" stroke="currentColor" /><rect x="145" y="15" width="50" height="30" fill="none" stroke="currentColor" /><path d="M55 30H145" stroke="currentColor" /></svg>\n`,
  };
}

type Pair = readonly [en: string, zh: string];
type Written = { title: Pair; body: string; goal: string; prompt: Pair; hint: Pair };

function task({ title, body, goal, prompt, hint }: Written): string {
  const both = ([en, zh]: Pair) => JSON.stringify({ en, zh });
  return `title: ${both(title)}\nlab: tcp\nobjective: states\nminutes: 3\n${ends}${body}goal:\n${goal}prompt: ${both(prompt)}\nhints:\n  - ${both(hint)}\n`;
}
