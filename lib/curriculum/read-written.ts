import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yamlPlaces } from './author-yaml';
import { authorPath } from './read-source';
import type { LessonRead } from './read-whole-lesson';
import { type SourceText, sourceText } from './source-text';

/** The files of a lesson that is kept, and where things stand in them: read when somebody asks, and mostly nobody does. */
export function writtenIn(folder: string): Pick<LessonRead, 'places' | 'sources'> {
  let read: ReadonlyMap<string, SourceText> | undefined;
  const sources = () => {
    read ??= sourcesIn(folder);
    return read;
  };
  return {
    get sources() {
      return sources();
    },
    places: {
      get(name) {
        const source = name.endsWith('.yaml') ? sources().get(name) : undefined;
        return source && yamlPlaces(source);
      },
    },
  };
}

const isRead = /^(lesson\.yaml|quiz\.yaml|(en|zh)\.mdx|.+\.(task|solution|run)\.yaml)$/;

function sourcesIn(folder: string): ReadonlyMap<string, SourceText> {
  const names = readdirSync(folder).filter((name) => isRead.test(name));
  return new Map(
    names.map((name) => {
      const path = join(folder, name);
      return [name, sourceText(authorPath(path), readFileSync(path, 'utf8'))];
    }),
  );
}
