import { basename } from 'node:path';
import { type AuthorError, inReadingOrder, type Place } from './author-error';
import { readYaml } from './author-yaml';
import { checkNeighbours } from './check-neighbours';
import { checkRoutes } from './check-routes';
import { checkTerms } from './check-terms';
import { glossarySchema, siteSchema, slug } from './content-schemas';
import { Curriculum } from './curriculum';
import { missingLanguages } from './languages-present';
import type { GlossaryTerm, Lesson, Path, Site } from './lesson';
import { lessonCheck } from './lesson-check';
import type { LessonCheck } from './lesson-rules';
import { type PathDraft, readPath } from './read-path';
import { authorPath, folderExists, inFolder, listFolder, readSource } from './read-source';
import type { LessonReader } from './read-whole-lesson';
import type { KeyPath } from './schema-errors';
import { startOfFile } from './source-text';
import { svgTree } from './svg-tree';

export type Content = {
  readonly curriculum: Curriculum;
  readonly findings: readonly AuthorError[];
  /** Where something of a lesson was written: `place(lesson, 'quiz.yaml', ['questions', 2])`. */
  readonly place: (lesson: Lesson, name: string, path: KeyPath) => Place;
  /** Each lesson of the curriculum as the lesson rules look at it. */
  readonly checks: readonly LessonCheck[];
};

type Options = {
  /** Whether lessons marked `draft: true` are among the curriculum's. They are always checked. */
  readonly drafts?: boolean;
  /** Where lessons come from: their files, unless somebody keeps what was read before. */
  readonly read?: LessonReader;
};

const namelessSite: Site = {
  name: { en: 'Handrail', zh: '扶手' },
  tagline: { en: 'A course in which every lesson runs.', zh: '每一课都能动手跑起来的课程。' },
  logo: undefined,
  footer: { en: '', zh: '' },
  legal: [],
  languages: ['en', 'zh'],
  routes: [],
};

/** Everything below `dirs`, checked; all findings together. What is broken is left out of the curriculum. */
export async function readContent(
  dirs: readonly string[],
  { drafts = false, read = fromFiles }: Options = {},
): Promise<Content> {
  const findings: AuthorError[] = [];
  const pathDrafts: PathDraft[] = [];
  const pathFolders: { dir: string; name: string }[] = [];
  const glossary: GlossaryTerm[] = [];
  let site = namelessSite;
  let placeInSite: (path: KeyPath) => Pick<AuthorError, 'file' | 'line' | 'column'> = () => ({
    file: 'site.yaml',
    ...startOfFile,
  });

  for (const dir of dirs) {
    if (!(await folderExists(dir))) {
      findings.push({
        file: dir,
        ...startOfFile,
        rule: 'missing-folder',
        message: 'there is no such content folder',
        found: dir,
      });
      continue;
    }
    const ownSite = await readSite(dir, findings);
    // A further folder is how an installation puts its own name on the product: the last one speaks.
    site = ownSite?.site ?? site;
    placeInSite = ownSite?.place ?? placeInSite;
    glossary.push(...(await readGlossary(dir, glossary, findings)));
    const { files, folders } = await listFolder(dir);
    findings.push(...strangers(dir, files, ownSite?.site));
    pathFolders.push(...folders.map((name) => ({ dir, name })));
  }
  // Together, so that a reader with several hands has work for all of them.
  const readPaths = await Promise.all(
    pathFolders.map(({ dir, name }) => readPath(inFolder(dir, name), name, glossary, read)),
  );
  for (const [at, { dir, name }] of pathFolders.entries()) {
    const { draft, errors = [] } = readPaths[at] ?? {};
    findings.push(...errors, ...folderFaults(dir, name, draft, errors, pathDrafts));
    if (draft) pathDrafts.push(draft);
  }

  const terms = new Set(glossary.map(({ id }) => id));
  // Terms of a glossary that cannot be read are not missing.
  const isGlossaryRead = !findings.some(({ file }) => basename(file) === 'glossary.yaml');
  const paths = pathDrafts.map((draft): Path => {
    if (isGlossaryRead) findings.push(...draft.lessons.flatMap((lesson) => checkTerms(lesson.terms, terms)));
    return { ...draft.path, lessons: draft.lessons.map(({ lesson }) => lesson) };
  });
  findings.push(...checkNeighbours(paths, pathDrafts), ...checkRoutes(site.routes, paths, placeInSite));
  const shown = paths.map((path) => ({ ...path, lessons: path.lessons.filter(({ draft }) => drafts || !draft) }));
  const inOrder = shown.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  return {
    curriculum: new Curriculum(site, inOrder, glossary),
    findings: inReadingOrder(findings),
    place: placesIn(pathDrafts),
    checks: lessonChecks(inOrder, pathDrafts, glossary),
  };
}

/** Loaded when the first lesson is: whoever finds all of them kept does without Markdown, questions and labs. */
const fromFiles: LessonReader = async (folder) => (await import('./read-whole-lesson')).readWholeLesson(folder);

function lessonChecks(
  paths: readonly Path[],
  drafts: readonly PathDraft[],
  glossary: readonly GlossaryTerm[],
): LessonCheck[] {
  const reads = new Map(drafts.flatMap(({ lessons }) => lessons.map((read) => [read.lesson, read] as const)));
  return paths.flatMap(({ lessons, ...path }) =>
    lessons.flatMap((lesson) => {
      const read = reads.get(lesson);
      return read ? [lessonCheck(read, path, glossary)] : [];
    }),
  );
}

function placesIn(drafts: readonly PathDraft[]): Content['place'] {
  const places = new Map(
    drafts.flatMap(({ lessons }) => lessons.map((draft) => [draft.lesson.id, draft.places] as const)),
  );
  return (lesson, name, path) => ({
    file: authorPath(inFolder(lesson.folder, name)),
    ...(places.get(lesson.id)?.get(name)?.(path) ?? startOfFile),
  });
}

type SiteRead = { site: Site; place: (path: KeyPath) => Pick<AuthorError, 'file' | 'line' | 'column'> };

async function readSite(dir: string, findings: AuthorError[]): Promise<SiteRead | undefined> {
  const source = await readSource(inFolder(dir, 'site.yaml'));
  if (!source) return undefined;
  const { value, errors, place } = readYaml(source, siteSchema);
  findings.push(...errors, ...missingLanguages(source.file, value, value?.languages ?? [], place));
  if (!value) return undefined;
  const at = (path: KeyPath) => ({ file: source.file, ...place(path) });
  return { site: { ...value, logo: await readLogo(dir, value.logo, at(['logo']), findings) }, place: at };
}

async function readLogo(
  dir: string,
  name: string | undefined,
  at: Pick<AuthorError, 'file' | 'line' | 'column'>,
  findings: AuthorError[],
): Promise<string | undefined> {
  if (name === undefined) return undefined;
  const drawing = await readSource(inFolder(dir, name));
  if (!drawing) {
    findings.push({ ...at, rule: 'missing-file', message: `there is no ${name} beside site.yaml`, found: name });
    return undefined;
  }
  const tree = svgTree(drawing.text);
  const isPicture = 'root' in tree && tree.root.name === 'svg' && tree.root.attributes.xmlns !== undefined;
  if (isPicture) return drawing.text;
  findings.push({
    file: drawing.file,
    ...startOfFile,
    rule: 'figure',
    message: 'fault' in tree ? tree.fault : 'a logo is an SVG file',
    fix: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">',
  });
  return undefined;
}

async function readGlossary(
  dir: string,
  before: readonly GlossaryTerm[],
  findings: AuthorError[],
): Promise<GlossaryTerm[]> {
  const source = await readSource(inFolder(dir, 'glossary.yaml'));
  if (!source) return [];
  const { value, errors, place } = readYaml(source, glossarySchema);
  findings.push(...errors);
  const terms = value?.terms ?? [];
  const seen = new Set(before.map(({ id }) => id));
  for (const [index, { id }] of terms.entries()) {
    if (seen.has(id))
      findings.push({
        file: source.file,
        ...place(['terms', index, 'id']),
        rule: 'duplicate-id',
        message: `the term "${id}" is explained twice`,
        found: id,
      });
    seen.add(id);
  }
  return terms;
}

function strangers(dir: string, files: readonly string[], site: Site | undefined): AuthorError[] {
  const known = /^(site\.yaml|glossary\.yaml|README(\.\w+)?\.md|LICENSE(\.\w+)?|[\w.-]+\.svg)$/;
  return files
    .filter((name) => !known.test(name) || (name.endsWith('.svg') && site === undefined))
    .map((name) => ({
      file: authorPath(inFolder(dir, name)),
      ...startOfFile,
      rule: 'unknown-file',
      message: 'nothing reads this file',
      expected: 'site.yaml, glossary.yaml, a logo, and folders of paths',
    }));
}

function folderFaults(
  dir: string,
  name: string,
  draft: PathDraft | undefined,
  errors: readonly AuthorError[],
  before: readonly PathDraft[],
): AuthorError[] {
  const file = authorPath(inFolder(dir, name));
  if (!slug.test(name))
    return [
      {
        file,
        ...startOfFile,
        rule: 'folder-name',
        message: 'a path’s folder is its address: small letters, digits and single hyphens',
        found: name,
      },
    ];
  if (before.some(({ path }) => path.id === name))
    return [
      {
        file,
        ...startOfFile,
        rule: 'duplicate-id',
        message: `two content folders have the path "${name}"`,
        found: name,
      },
    ];
  if (!draft && errors.length === 0)
    return [
      {
        file: `${file}/path.yaml`,
        ...startOfFile,
        rule: 'missing-file',
        message: 'a path says what it is in path.yaml',
        fix: 'title: { en: "…", zh: "…" }\nsummary: { en: "…", zh: "…" }',
      },
    ];
  return [];
}
