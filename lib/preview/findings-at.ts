import { type AuthorError, isError } from '@/lib/curriculum/author-error';

/** What the check finds in a lesson, sorted to where an author looks for it. */
export type FindingsAt = {
  /** Of `en.mdx`, `quiz.yaml`, …: what stands in these lines, first and last included. */
  readonly inLines: (name: string, from: number, to?: number) => readonly AuthorError[];
  /** Of one file. */
  readonly inFile: (name: string) => readonly AuthorError[];
  readonly all: readonly AuthorError[];
};

/** `folder` as findings name it: `content/tcp-tls/03-three-way-four-way`. */
export function findingsAt(folder: string, findings: readonly AuthorError[]): FindingsAt {
  const all = findings.filter(({ file }) => file === folder || file.startsWith(`${folder}/`));
  const inFile = (name: string) => all.filter(({ file }) => file === `${folder}/${name}`);
  return {
    all,
    inFile,
    inLines: (name, from, to = Number.MAX_SAFE_INTEGER) =>
      inFile(name).filter(({ line }) => from <= line && line <= to),
  };
}

export type Counts = { readonly errors: number; readonly warnings: number };

export function countsOf(findings: readonly AuthorError[]): Counts {
  const errors = findings.filter(isError).length;
  return { errors, warnings: findings.length - errors };
}

/** What says that two things do not match, or that something is missing beside what is there: what is there can be drawn all the same. */
const drawable = new Set(['heading-parity', 'place-parity', 'unknown-objective', 'unknown-heading', 'placed-twice']);

/** True for a finding of the reading with which a lesson cannot be drawn as it stands. */
export function isInTheWay(finding: AuthorError): boolean {
  return isError(finding) && !drawable.has(finding.rule);
}
