import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inFolderOf } from './broken-cases';
import { checkContent } from './content';
import { fixContent } from './fix';

const en = 'tcp-tls/03-handshakes/en.mdx';

test('mends what is safe, keeps the line ends, and leaves what only the author knows', async () => {
  await inFolderOf(undefined, async (dir) => {
    const sound = await readFile(join(dir, en), 'utf8');
    const clumsy = sound
      .replace('Each side has', 'If a <3 then <https://example.org> and {x} has')
      .replace('<Lab run="open" />', '<Lab run=“open” />')
      .replace('## Why not two? [#why-not-two]', '##Why not two? {#why-not-two}')
      .replace('title: Handshakes', 'title: 404');
    await writeFile(join(dir, en), `\uFEFF${clumsy.replaceAll('\n', '\r\n')}`);
    const done = await fixContent([], [dir]);
    expect(done[0]).toMatch(/^mended .*en\.mdx: /);
    const mended = await readFile(join(dir, en), 'utf8');
    expect(mended).toBe(
      `\uFEFF${sound
        .replace('Each side has', 'If a \\<3 then [https://example.org](https://example.org) and {x} has')
        .replace('title: Handshakes', 'title: "404"')
        .replaceAll('\n', '\r\n')}`,
    );
    expect((await checkContent([], [dir])).errors.map(({ rule }) => rule)).toEqual(['no-code']);
    // A second time there is nothing left to do.
    expect(await fixContent([], [dir])).toEqual([]);
  });
});

test('touches only the files that are named', async () => {
  await inFolderOf(undefined, async (dir) => {
    const zh = join(dir, 'tcp-tls/03-handshakes/zh.mdx');
    for (const file of [join(dir, en), zh])
      await writeFile(file, (await readFile(file, 'utf8')).replace('## ', 'A <3 b.\n\n## '));
    await fixContent([zh], [dir]);
    expect(await readFile(zh, 'utf8')).toContain('A \\<3 b.');
    expect(await readFile(join(dir, en), 'utf8')).toContain('A <3 b.');
  });
});
