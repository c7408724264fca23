import { bundleFile, loadedBundle } from './bundle';

/** Bundling the rules, or loading them into another thread, takes a second of a core: with so many lessons it pays. */
export const MANY = 24;

type LessonWork = {
  readonly job: typeof import('./lesson-job');
  /** The bundle for threads beside this one. */
  readonly bundle: string | undefined;
};

/** The lesson rules, ready to run: from the bundle, which is made when there are many lessons to look at. Where it cannot be written, module by module. */
export async function lessonWork(areMany: boolean): Promise<LessonWork> {
  const bundle = areMany ? await madeBundle() : loadedBundle();
  if (!bundle) return { job: await import('./lesson-job'), bundle: undefined };
  return { job: await bundle.lessonJob(), bundle: bundleFile() };
}

/** The bundle, made where there is none or not a whole one; undefined where it cannot be. */
export async function madeBundle(): Promise<ReturnType<typeof loadedBundle>> {
  const bundle = loadedBundle();
  if (bundle) return bundle;
  try {
    const { makeBundle } = await import('./make-bundle');
    await makeBundle();
    return loadedBundle();
  } catch {
    // The disk is full or read-only.
    return undefined;
  }
}
