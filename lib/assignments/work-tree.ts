import { isPractised } from '@/lib/assignments/plan-practice';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Item, Lesson, Path } from '@/lib/curriculum/lesson';
import { plainText } from '@/lib/quiz/plain-text';
import { textParts } from '@/lib/quiz/public-hole';
import { richText } from '@/lib/quiz/rich-text';
import { inLocale, type Locale, type Localized } from '@/lib/words/locale';

export type TreeItem = { readonly id: string; readonly label: string; readonly sort: 'task' | 'practice' | 'assessed' };
export type TreeObjective = {
  /** `tcp-tls/handshakes#open` */
  readonly id: string;
  readonly text: string;
  /** How many are drawn from: the assessed ones; where there are none, those for practice. */
  readonly from: number;
  readonly assessed: number;
};
export type TreeLesson = {
  readonly id: string;
  readonly title: string;
  readonly items: readonly TreeItem[];
  readonly objectives: readonly TreeObjective[];
};
export type TreePath = { readonly id: string; readonly title: string; readonly lessons: readonly TreeLesson[] };

/** What can be chosen for a class, in the order of its paths. For practice what can be seen to be right by itself; for a quiz everything. */
export function workTree(
  curriculum: Curriculum,
  paths: readonly string[],
  purpose: 'practice' | 'quiz',
  locale: Locale,
): TreePath[] {
  const followed = paths.flatMap((id) => curriculum.path(id) ?? []);
  return (followed.length > 0 ? followed : curriculum.paths).map((path: Path) => ({
    id: path.id,
    title: inLocale(path.title, locale),
    lessons: path.lessons.map((lesson) => treeLesson(lesson, purpose, locale)),
  }));
}

function treeLesson(lesson: Lesson, purpose: 'practice' | 'quiz', locale: Locale): TreeLesson {
  const items = lesson.items.filter((item) => purpose === 'quiz' || isPractised(item));
  return {
    id: lesson.id,
    title: lessonTitle(lesson, locale),
    items: items.map((item) => ({ id: item.id, label: itemLabel(item, locale), sort: sortOf(item) })),
    objectives: purpose === 'practice' ? [] : lesson.objectives.flatMap((one) => objectiveOf(lesson, one, locale)),
  };
}

export function sortOf(item: Item): TreeItem['sort'] {
  return item.kind === 'task' ? 'task' : item.question.use;
}

function objectiveOf(lesson: Lesson, objective: { id: string; text: Localized }, locale: Locale): TreeObjective[] {
  const questions = lesson.items.filter((item) => item.kind === 'question' && item.question.objective === objective.id);
  const assessed = questions.filter((item) => sortOf(item) === 'assessed').length;
  const from = assessed > 0 ? assessed : questions.length;
  if (from === 0) return [];
  return [{ id: `${lesson.id}#${objective.id}`, text: inLocale(objective.text, locale), from, assessed }];
}

export function lessonTitle({ texts, slug }: Pick<Lesson, 'texts' | 'slug'>, locale: Locale): string {
  const { en, zh } = texts;
  return inLocale({ ...(en ? { en: en.title } : {}), ...(zh ? { zh: zh.title } : {}) }, locale) || slug;
}

/** A question by its words, a task by its title; on one line. */
export function itemLabel(item: Item, locale: Locale): string {
  return asLabel(item.kind === 'task' ? item.task.title : item.question.prompt, locale);
}

/** Where a learner's own numbers stand, dots do. */
export function asLabel(text: Localized, locale: Locale): string {
  const parts = textParts(plainText(richText(inLocale(text, locale))));
  const said = parts.map((part) => ('hole' in part ? '…' : part.text)).join('');
  const words = [...said.replace(/\s+/gu, ' ').trim()];
  return words.length <= 140 ? words.join('') : `${words.slice(0, 138).join('')}…`;
}
