import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PACKED_BUILD } from '@/lib/server/packed-build';

/**
 * Where builds lie. Next wants them inside the project, so this is not the data folder: one set serves every data folder
 * of this checkout. Tests keep theirs apart (HANDRAIL_BUILDS).
 */
export type Builds = {
  /** From the project's folder, as Next takes it. */
  readonly name: string;
  readonly root: string;
  /** The one folder that Next builds in, with its cache: a second build there takes 2 s, in a new place 8 to 11. */
  readonly distDir: string;
  /** Finished builds by hash. */
  readonly finished: string;
  readonly of: (hash: string) => string;
  /** `/_next/static` of the last three builds. */
  readonly static: string;
  /** What was compressed before. */
  readonly cache: string;
};

export function buildsIn(projectRoot: string, name = process.env.HANDRAIL_BUILDS ?? '.data'): Builds {
  const root = join(projectRoot, name);
  const finished = join(root, 'build');
  return {
    name,
    root,
    distDir: join(name, 'next'),
    finished,
    of: (hash) => join(finished, hash),
    static: join(root, 'static'),
    cache: join(root, 'cache', 'compressed'),
  };
}

export function isBuilt(builds: Builds, hash: string): boolean {
  return existsSync(join(builds.of(hash), PACKED_BUILD));
}
