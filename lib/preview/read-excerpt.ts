import { resolve } from 'node:path';
import type { AuthorError } from '@/lib/curriculum/author-error';
import { readSource } from '@/lib/curriculum/read-source';

/** A finding with the line that it speaks of. */
export type ShownFinding = AuthorError & { readonly excerpt: string | undefined };

const longest = 120;

/** Each finding with its line, as it stands in the file now; a long line is cut around the place. */
export async function withExcerpts(findings: readonly AuthorError[]): Promise<ShownFinding[]> {
  const names = [...new Set(findings.map(({ file }) => file))];
  const lines = new Map(await Promise.all(names.map(async (name) => [name, await linesOf(name)] as const)));
  return findings.map((finding) => ({
    ...finding,
    excerpt: cut(lines.get(finding.file)?.[finding.line - 1], finding.column),
  }));
}

async function linesOf(file: string): Promise<readonly string[]> {
  // A finding may be about a folder, or a file that is missing: then there is no line to show.
  if (!/\.(mdx|ya?ml|json|svg)$/.test(file)) return [];
  return (await readSource(resolve(file)))?.text.split('\n') ?? [];
}

function cut(line: string | undefined, column: number): string | undefined {
  if (line === undefined || line.trim() === '') return undefined;
  if (line.length <= longest) return line.trim();
  const from = Math.max(0, Math.min(column - longest / 2, line.length - longest));
  const end = from + longest;
  return `${from > 0 ? '…' : ''}${line.slice(from, end).trim()}${end < line.length ? '…' : ''}`;
}
