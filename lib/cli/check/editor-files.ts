import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { authorPath, folderExists } from '@/lib/curriculum/read-source';

/** Writes the schemas and snippets of `.vscode/` again, where the product's own content folder stands beside them. Returns what was written. */
export async function writeEditorFiles([own]: readonly string[]): Promise<string[]> {
  if (own === undefined) return [];
  const folder = resolve(own, '..', '.vscode');
  if (!(await folderExists(resolve(folder, 'schemas')))) return [];
  const { editorFiles } = await import('@/lib/curriculum/editor/editor-files');
  const done: string[] = [];
  for (const [name, text] of Object.entries(editorFiles())) {
    const file = resolve(folder, name);
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    await writeFile(file, text);
    done.push(`wrote ${authorPath(file)}`);
  }
  return done;
}
