import { folderExists, inFolder, listFolder } from '@/lib/curriculum/read-source';

/** A folder that holds a lesson, whatever state its files are in. */
export type LessonFolder = {
  /** `tcp-tls/three-way-four-way` */
  readonly id: string;
  readonly path: string;
  readonly slug: string;
  readonly order: number;
  /** Absolute. */
  readonly folder: string;
};

const lessonFolder = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Every lesson's folder below the content folders, in the order of their names: also of lessons that cannot be read now. */
export async function lessonFolders(dirs: readonly string[]): Promise<LessonFolder[]> {
  const found: LessonFolder[] = [];
  for (const dir of dirs) {
    if (!(await folderExists(dir))) continue;
    for (const path of (await listFolder(dir)).folders) {
      for (const name of (await listFolder(inFolder(dir, path))).folders) {
        const [, order, slug] = lessonFolder.exec(name) ?? [];
        if (order === undefined || slug === undefined) continue;
        found.push({
          id: `${path}/${slug}`,
          path,
          slug,
          order: Number(order),
          folder: inFolder(inFolder(dir, path), name),
        });
      }
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.order - b.order));
}
