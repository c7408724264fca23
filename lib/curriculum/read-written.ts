import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yamlPlaces } from './author-yaml';
import { authorPath } from './read-source';
import { largestFile } from './read-source-faults';
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
      const stat = lstatSync(path);
      // What the reader refuses is not opened here either.
      const isText = stat.isFile() && stat.size <= largestFile(name);
      return [name, sourceText(authorPath(path), isText ? readFileSync(path, 'utf8') : '')];
    }),
  );
}
