import { join } from 'node:path';
import { build } from 'esbuild';

/** Where the service worker is written. It is no part of any page, so Next never sees it. */
const SOURCE = join('components', 'offline', 'worker', 'service-worker.ts');

/** The service worker as one script. It names its build, so that a browser sees a new one when anything has changed. */
export async function bundleWorker(projectRoot: string, buildId: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: projectRoot,
    entryPoints: [SOURCE],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    banner: { js: `/* Handrail, build ${buildId} */` },
  });
  const [script] = outputFiles;
  if (!script) throw new Error(`esbuild wrote nothing for ${SOURCE}`);
  return script.text;
}
