import { getMDXComponent } from 'mdx-bundler/client/jsx';
import type { ReactNode } from 'react';
import * as React from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import { compileLesson, type Layout } from '@/lib/curriculum/compile-lesson';
import type { Curriculum } from '@/lib/curriculum/curriculum';
import type { Lesson, LessonText } from '@/lib/curriculum/lesson';
import { lessonFiles } from '@/lib/curriculum/read-lesson-files';
import { lessonComponents } from './lesson-components';

type Props = {
  lesson: Lesson;
  text: LessonText;
  curriculum: Curriculum;
  layout?: Layout;
  /** The second of two texts on one page: words only. */
  isSecond?: boolean;
  /** Of a lesson that is not published: its pictures have no address yet, and travel in the page. */
  isInline?: boolean;
  /** What a view of its own draws in place of the lesson's components, by their names. */
  instead?: Overrides;
};

/** A component's properties as an author wrote them: texts, checked against their schema when the content was read. */
export type AuthorProps = Readonly<Record<string, string | undefined>>;
export type Overrides = Readonly<Record<string, (props: AuthorProps) => ReactNode>>;

/** The author's words, drawn on the server: no script of theirs or of MDX reaches the browser. */
export async function LessonBody({ layout = 'page', isSecond = false, isInline = false, ...props }: Props) {
  const { lesson, text, curriculum, instead } = props;
  const [{ code }, files] = await Promise.all([compileLesson(text, layout), lessonFiles(lesson)]);
  const Words = getMDXComponent(code, { React, ReactDOM: {}, _jsx_runtime: jsxRuntime });
  const context = { lesson, curriculum, files, locale: text.locale, isSecond, isInline };
  const components = { ...lessonComponents(context), ...instead };
  return <Words components={components} />;
}
