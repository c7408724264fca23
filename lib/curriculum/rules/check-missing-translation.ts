import type { LessonRule } from '../lesson-rules';

/** A page in the other language says that it stands in; finished content has no such page. */
export const checkMissingTranslation: LessonRule = ({ lesson, path: { languages }, sources, place }) =>
  languages
    // A text that is there and cannot be read is told at its own place.
    .filter((language) => !lesson.texts[language] && !sources.has(`${language}.mdx`))
    .map((language) => ({
      ...place(`${language}.mdx`, []),
      rule: 'missing-translation',
      message: `the path is written in ${languages.join(' and ')}; this lesson has no ${language}.mdx`,
    }));
