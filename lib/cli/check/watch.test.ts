import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuthorError } from '@/lib/curriculum/author-error';
import { inFolderOf } from './broken-cases';
import { differences, watchContent } from './watch';

const mistake: AuthorError = { file: 'en.mdx', line: 3, column: 1, rule: 'heading-id', message: 'no id' };

test('a finding that moved to another line is neither new nor mended', () => {
  expect(differences([mistake], [{ ...mistake, line: 9 }])).toEqual([]);
  expect(differences([mistake], [])).toEqual(['✓ en.mdx  heading-id  no id']);
  expect(differences([mistake], [mistake, mistake])).toEqual(['en.mdx:3:1  error  heading-id  no id']);
});

test('tells what a saving broke and what the next one mended, and ends when it is told to', async () => {
  await inFolderOf(undefined, async (dir) => {
    const file = join(dir, 'tcp-tls/03-handshakes/en.mdx');
    const sound = await readFile(file, 'utf8');
    const stop = new AbortController();
    const told: string[] = [];
    let steps = 0;
    await watchContent(
      [],
      (line) => {
        told.push(line);
        // Each summary is followed by the next thing an author does.
        if (!/^[✓✗] (content|\d)/.test(line)) return;
        steps++;
        if (steps === 1) void writeFile(file, sound.replace('Each side', 'A <3 b'));
        else if (steps === 2) void writeFile(file, sound);
        else stop.abort();
      },
      { dirs: [dir], signal: stop.signal },
    );
    expect(told[0]).toMatch(/^✓ content: 1 lesson.*Ctrl-C ends\.$/);
    expect(told[1]).toMatch(/en\.mdx:10:3 {2}error {2}plain-less-than/);
    expect(told[2]).toBe('✗ 1 mistake; --fix mends 1 of them');
    expect(told[3]).toMatch(/^✓ .*en\.mdx {2}plain-less-than/);
    expect(told[4]).toMatch(/^✓ content: 1 lesson/);
  });
});
