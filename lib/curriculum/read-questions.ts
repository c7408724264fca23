import { createHash } from 'node:crypto';
import type { Run } from '@/lib/labs/run';
import type { Drawn, PublicFigure } from '@/lib/quiz/public-drawing';
import type { Question, WrittenQuestion } from '@/lib/quiz/question';
import { type Fault, resolveQuestion } from '@/lib/quiz/written-question';
import { ContentFault } from './author-error';
import { imageSize } from './image-size';
import { withFacts } from './quiz-facts';
import { readFigure } from './read-figure';
import type { SvgElement } from './svg-tree';

type Around = { lesson: string; folder: string; runs: readonly Run[]; figures: readonly string[] };

/** The questions of a quiz.yaml as they are kept, and what is wrong with the others; a fault's path begins with the question's place. */
export async function readQuestions(
  written: readonly WrittenQuestion[],
  { lesson, folder, runs, figures }: Around,
): Promise<{ questions: Question[]; faults: Fault[] }> {
  const computed = written.map((one) => withFacts(one, runs));
  const named = new Set(
    written.flatMap((question) => (question.kind === 'pointing' ? (question.figure?.src ?? []) : [])),
  );
  const shown = new Map<string, Bare>();
  for (const src of named) {
    const figure = figures.includes(src) ? await bareFigure(lesson, folder, src) : undefined;
    if (figure) shown.set(src, figure);
  }
  const questions: Question[] = [];
  const faults: Fault[] = [];
  for (const [at, { value: one, faults: wrong }] of computed.entries()) {
    faults.push(...wrong.map((fault) => ({ ...fault, rule: 'fact', path: [at, ...fault.path] })));
    const resolved = resolveQuestion(one, {
      runs,
      figures,
      figure: (src, alt) => {
        const figure = shown.get(src);
        return figure && { ...figure, alt };
      },
    });
    if ('question' in resolved) questions.push(resolved.question);
    else faults.push(...resolved.faults.map((fault) => ({ ...fault, path: [at, ...fault.path] })));
  }
  return { questions, faults };
}

type Bare = PublicFigure extends infer Figure ? (Figure extends PublicFigure ? Omit<Figure, 'alt'> : never) : never;

/** A figure without its description; undefined when it is broken, which is told at the figure's own place. */
async function bareFigure(lesson: string, folder: string, src: string): Promise<Bare | undefined> {
  try {
    const figure = await readFigure({ folder }, src);
    if (figure.kind === 'drawing') return { kind: 'drawing', svg: withoutOffsets(figure.svg) };
    const size = imageSize(figure.bytes);
    const digest = createHash('sha256').update(figure.bytes).digest('hex').slice(0, 16);
    return size && { kind: 'picture', src: `/figures/${lesson}/${src}`, ...size, digest };
  } catch (fault) {
    if (fault instanceof ContentFault) return undefined;
    throw fault;
  }
}

/** Where an element stood in its file says nothing about what is shown. */
function withoutOffsets({ name, attributes, children }: SvgElement): Drawn {
  return {
    name,
    attributes,
    children: children.map((child) => (typeof child === 'string' ? child : withoutOffsets(child))),
  };
}
