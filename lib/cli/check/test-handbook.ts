import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { starterRun } from '@/lib/curriculum/question-starters';
import { taskStarters } from '@/lib/curriculum/task-starters';
import { yamlText } from '@/lib/curriculum/yaml-text';
import type { Locale } from '@/lib/words/locale';
import { inLanguages } from '../new/written';
import { type Fence, fencesIn } from './handbook-fences';

const base = 'lib/curriculum/broken/base';
const lesson = 'tcp-tls/03-handbook';
const captions = {
  en: 'WEBVTT\n\n00:00.000 --> 00:02.000\nIt divides.\n',
  zh: 'WEBVTT\n\n00:00.000 --> 00:02.000\n它分裂了。\n',
};
const questions = z.array(z.looseObject({ id: z.string() }));

/** What a handbook shows, as the author of a lesson would copy it. */
export class ShownInHandbook {
  readonly fences: readonly Fence[];

  constructor(
    file: string,
    private readonly language: Locale,
  ) {
    this.fences = fencesIn(readFileSync(file, 'utf8'));
  }

  /** The blocks of this language whose fence says so: `example`, `example=question`. */
  blocks(language: string, info: string): string[] {
    return this.fences.filter((fence) => fence.language === language && fence.info === info).map(({ text }) => text);
  }

  /** `example=NAME.yaml`: whole files. */
  files(): Map<string, string> {
    return new Map(
      this.fences.flatMap(({ info, text }) => {
        const [, name] = /^example=(\S+\.yaml)$/.exec(info) ?? [];
        return name === undefined ? [] : [[name, text] as const];
      }),
    );
  }

  /** The whole questions of each kind, and what is shown of a kind by itself as a question of its own. */
  questions(): z.infer<typeof questions> {
    const whole = this.blocks('yaml', '').filter((text) => /^- id: a-/.test(text));
    const parts = this.blocks('yaml', 'example=question').map((text, at) => ({
      id: `part-${at + 1}`,
      objective: 'first-objective',
      prompt: { en: 'What does this example ask?', zh: '这个例子问的是什么？' },
      explanation: { en: 'The engine says so.', zh: '引擎是这样说的。' },
      ...z.looseObject({}).parse(parse(text)),
    }));
    const first = { ...parts[0], id: 'syn-ack-number' };
    return questions.parse(inLanguages([...whole.flatMap((text) => parse(text)), ...parts, first], [this.language]));
  }

  /** The words: the text that is shown first, then every example of a component and of code, then what has to be placed. */
  words(): string {
    const whole = this.blocks('mdx', '').filter((text) => text.startsWith('---\n'));
    const code = this.fences.filter(({ info, text }) => info === '' && text.startsWith('```')).map(({ text }) => text);
    const placed = this.questions()
      .filter(({ id }) => id !== 'syn-ack-number')
      .map(({ id }) => `<Quiz id="${id}" />`);
    const tasks = [...this.files().keys()].flatMap((name) => /^(.*)\.task\.yaml$/.exec(name)?.[1] ?? []);
    const runs = [...this.files().keys()].flatMap((name) => /^(.*)\.run\.yaml$/.exec(name)?.[1] ?? []);
    return [
      ...whole,
      ...this.blocks('mdx', 'example'),
      ...code.filter((text) => !text.startsWith('```math')),
      ...placed,
      ...tasks.map((id) => `<Task id="${id}" />`),
      ...runs.map((run) => `<Lab run="${run}" />`),
    ]
      .map((block) => block.trimEnd())
      .join('\n\n')
      .concat('\n');
  }

  /** Lays all of it out as one lesson of a content folder, with what it names around it. */
  async laidOut<T>(use: (dir: string) => Promise<T>): Promise<T> {
    const dir = await mkdtemp(join(tmpdir(), 'handrail-handbook-'));
    try {
      for (const [name, text] of this.#around()) {
        await mkdir(dirname(join(dir, name)), { recursive: true });
        await writeFile(join(dir, name), text);
      }
      for (const name of ['states.svg', 'ends.svg'])
        await cp(join(base, 'tcp-tls/03-handshakes/figures/states.svg'), join(dir, lesson, 'figures', name));
      return await use(dir);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }

  #around(): Map<string, string | Uint8Array> {
    const language = this.language;
    const yaml = (value: unknown) => yamlText(inLanguages(value, [language]));
    const { task, solution } = taskStarters.tcp;
    const own = new Map(
      [...this.files()]
        .filter(([name]) => /\.(run|task|solution|process)\.yaml$/.test(name))
        .map(([name, text]) => [`${lesson}/${name}`, text]),
    );
    return new Map<string, string | Uint8Array>([
      ['.ids.json', '{ "lessons": [], "items": [] }\n'],
      ['site.yaml', readFileSync(join(base, 'site.yaml'), 'utf8')],
      ['glossary.yaml', readFileSync(join(base, 'glossary.yaml'), 'utf8')],
      [
        'tcp-tls/path.yaml',
        yaml({ title: { en: 'TCP', zh: 'TCP协议' }, summary: { en: 'Bytes.', zh: '字节。' }, languages: [language] }),
      ],
      [
        `${lesson}/lesson.yaml`,
        yaml({
          draft: true,
          objectives: ['first-objective', 'open'].map((id) => ({
            id,
            text: { en: `Say what ${id} is`, zh: `说清${id}` },
          })),
        }),
      ],
      [`${lesson}/${language}.mdx`, this.words()],
      [`${lesson}/quiz.yaml`, yamlText({ questions: this.questions() })],
      [`${lesson}/open.run.yaml`, yaml(starterRun)],
      [
        `${lesson}/close-cleanly.task.yaml`,
        yaml({ title: { en: 'Open it', zh: '打开它' }, lab: 'tcp', objective: 'open', ...task }),
      ],
      [`${lesson}/close-cleanly.solution.yaml`, yamlText({ actions: solution })],
      [`${lesson}/media/heart.mp3`, Buffer.from('ID3\u0004')],
      [`${lesson}/media/heart.${language}.md`, language === 'en' ? 'Two beats.\n' : '两下心跳。\n'],
      [`${lesson}/media/talk.mp3`, Buffer.from('ID3\u0004')],
      [`${lesson}/media/talk.${language}.vtt`, captions[language]],
      [`${lesson}/media/cell.mp4`, Buffer.from('\0\0\0\u0018ftypmp42')],
      [`${lesson}/media/cell.${language}.vtt`, captions[language]],
      [`${lesson}/media/cell.${language}.md`, language === 'en' ? 'One cell becomes two.\n' : '一个细胞变成两个。\n'],
      [`${lesson}/media/cell.png`, Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1')],
      ...own,
    ]);
  }
}
