import type { AuthorError } from './author-error';
import { didYouMean } from './did-you-mean';
import { factOf } from './fact';
import type { Lesson, LessonText } from './lesson';
import type { ComponentUse } from './mdx-elements';
import { mediaLetters } from './media-letters';
import type { SourceText } from './source-text';

export type Letter = Omit<AuthorError, 'file' | 'line' | 'column'>;

/** Every `<Quiz id>`, `<Lab run>`, `<Figure src>` … names something of the lesson; its terms are the glossary's (check-terms.ts). */
export function checkUses(
  text: Pick<LessonText, 'file'>,
  uses: readonly ComponentUse[],
  lesson: Lesson,
  sources: ReadonlyMap<string, SourceText>,
): AuthorError[] {
  const placed = new Set<string>();
  return uses.flatMap((use) => {
    const letters = lettersFor(use, lesson).filter(({ rule }) => rule !== 'unknown-id' || !isUnread(use, sources));
    if (use.component === 'Quiz' || use.component === 'Task') {
      const id = use.props.id ?? '';
      if (placed.has(id))
        letters.push({ rule: 'placed-twice', message: `"${id}" stands in this lesson already`, found: id });
      placed.add(id);
    }
    return letters.map((letter) => ({ file: text.file, ...use.place, ...letter }));
  });
}

/** What is there and could not be read was told at its own place already. */
function isUnread({ component, props }: ComponentUse, sources: ReadonlyMap<string, SourceText>): boolean {
  switch (component) {
    case 'Quiz':
      return new RegExp(`\\bid: *["']?${props.id}(?![\\w-])`).test(sources.get('quiz.yaml')?.text ?? '');
    case 'Task':
      return sources.has(`${props.id}.task.yaml`);
    default:
      return sources.has(`${props.run}.run.yaml`);
  }
}

function lettersFor({ component, props }: ComponentUse, lesson: Lesson): Letter[] {
  const runs = lesson.runs.map(({ id }) => id);
  switch (component) {
    case 'Quiz': {
      const questions = lesson.items.flatMap((item) => (item.kind === 'question' ? [item.question] : []));
      const question = questions.find(({ id }) => id === props.id);
      if (question?.use === 'assessed')
        return [
          {
            rule: 'assessed',
            message: `"${question.id}" is assessed, so it is served only inside an assignment`,
            fix: `leave it out here, or write "use: practice" in quiz.yaml`,
          },
        ];
      return known(
        component,
        'id',
        props.id,
        questions.map(({ id }) => id),
        'quiz.yaml',
      );
    }
    case 'Task': {
      const tasks = lesson.items.flatMap((item) => (item.kind === 'task' ? [item.local] : []));
      return known(component, 'id', props.id, tasks, 'the lesson’s *.task.yaml files');
    }
    case 'Lab':
      return known(component, 'run', props.run, runs, 'the lesson’s *.run.yaml files');
    case 'Figure':
      return known(component, 'src', props.src, lesson.figures, 'the lesson’s figures/');
    case 'Trace':
      return known(component, 'run', props.run, runs, 'the lesson’s *.run.yaml files');
    case 'Audio':
    case 'Video':
      return mediaLetters(component, props, lesson);
    case 'Fact': {
      const run = lesson.runs.find(({ id }) => id === props.run);
      if (!run) return known(component, 'run', props.run, runs, 'the lesson’s *.run.yaml files');
      const fact = factOf(run, props.at ?? '', props.after);
      if (fact.kind === 'value') return [];
      const meant = fact.kind === 'absent' ? didYouMean(fact.key, fact.known) : undefined;
      return [
        {
          rule: 'fact',
          message:
            fact.kind === 'absent'
              ? `the run "${run.id}" has nothing at "${fact.upTo}"${meant ? `; did you mean "${meant}"?` : ''}`
              : fact.message,
          ...(fact.kind === 'absent' ? { expected: `one of ${fact.known.join(', ')}` } : {}),
          found: props.at ?? '',
        },
      ];
    }
    default:
      return [];
  }
}

/** A name that is one of those there are, or the letter that says what there is. */
export function known(
  component: string,
  prop: string,
  written: string | undefined,
  ids: readonly string[],
  where: string,
): Letter[] {
  if (written === undefined || ids.includes(written)) return [];
  const meant = didYouMean(written, ids);
  return [
    {
      rule: 'unknown-id',
      message: `${where} has no "${written}"${meant ? `; did you mean "${meant}"?` : ''}`,
      ...(ids.length > 0 ? { expected: `one of ${ids.join(', ')}` } : {}),
      found: written,
      ...(meant ? { fix: `<${component} ${prop}="${meant}" />` } : {}),
    },
  ];
}
