import { mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { rememberWords } from '@/lib/curriculum/kept-words';
import type { Lesson, LessonText } from '@/lib/curriculum/lesson';
import { curriculum } from '@/lib/curriculum/read-curriculum';
import { lessonPlaces } from '@/lib/search/read-kept-places';

const data = mkdtempSync(join(tmpdir(), 'handrail-places-'));
const { paths } = await curriculum();
vi.stubEnv('DATA_DIR', data);

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(data, { recursive: true });
});

const [lesson] = paths.flatMap(({ lessons }) => lessons);
const text = lesson?.texts.en;
if (!lesson || !text) throw new Error('there is no lesson to look into');

const keptFiles = () =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

it('what was kept of a text is what was found in it, and is found anew once it is broken', () => {
  const found = lessonPlaces(lesson, text);
  expect(found.length).toBeGreaterThan(1);
  const kept = keptFiles();
  expect(kept).toHaveLength(1);
  expect(lessonPlaces(lesson, text)).toEqual(found);
  for (const file of kept) truncateSync(file, 40);
  expect(lessonPlaces(lesson, text)).toEqual(found);
});

it('other words, another title or other runs are looked into anew', () => {
  const other = lessonPlaces(lesson, { ...text, body: '## Something else [#else]\n\nNew words.\n' });
  expect(other.map(({ id, text: said }) => [id, said])).toEqual([
    ['', text.lede],
    ['else', 'New words.'],
  ]);
  expect(lessonPlaces(lesson, { ...text, title: 'Renamed' })[0]?.title).toBe('Renamed');
  const before = keptFiles().length;
  lessonPlaces({ ...lesson, runs: [] }, text);
  expect(keptFiles()).toHaveLength(before + 1);
});

it('a lesson that was kept is known by its files: its words are not looked at', () => {
  const kept: Lesson = { ...lesson, texts: { en: { ...text } } };
  const { body: _, ...rest } = text;
  const closed: LessonText = {
    ...rest,
    get body(): string {
      throw new Error('the words were looked at');
    },
  };
  const again: Lesson = { ...lesson, texts: { en: closed } };
  rememberWords(kept, 'its files');
  const found = kept.texts.en && lessonPlaces(kept, kept.texts.en);
  rememberWords(again, 'its files');
  expect(lessonPlaces(again, closed)).toEqual(found);
  rememberWords(again, 'other files');
  expect(() => lessonPlaces(again, closed)).toThrow('the words were looked at');
});
