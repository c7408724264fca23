import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { onlyOne } from '@/lib/only-one';

const webAddress = z.url({ protocol: /^https?$/, error: 'should be an address such as https://learn.example.org' });
const text = z.string().min(1, { error: 'should not be empty' });

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test'], { error: 'should be development, production or test' }),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'should be a PostgreSQL address such as postgresql://user:password@host/name',
    })
    .optional(),
  PORT: z.coerce
    .number({ error: 'should be a port number from 0 to 65535' })
    .int({ error: 'should be a whole number' })
    .min(0, { error: 'should be a port number from 0 to 65535' })
    .max(65535, { error: 'should be a port number from 0 to 65535' }),
  HOST: text,
  PUBLIC_URL: webAddress
    .transform((address) => new URL(address).origin)
    .refine((origin) => origin !== 'null', { error: 'should be an address such as https://learn.example.org' })
    .optional(),
  SECRET: z.string().min(32, { error: 'should be at least 32 characters; `openssl rand -hex 32` makes one' }),
  CONTENT_DIRS: z.array(text),
  DATA_DIR: text,
  TRUST_PROXY: z.boolean({ error: 'should be 1 (a proxy in front sets X-Forwarded-*) or 0' }),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    error: 'should be one of fatal, error, warn, info, debug, trace, silent',
  }),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'should be an address such as smtps://user:password@mail.example.org' })
    .optional(),
  SMTP_FROM: text.optional(),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  GITHUB_ID: text.optional(),
  GITHUB_SECRET: text.optional(),
  XAPI_ENDPOINT: webAddress.optional(),
  XAPI_KEY: text.optional(),
  XAPI_SECRET: text.optional(),
  XAPI_NAMES: z.enum(['0', '1'], { error: 'should be 1 (statements name learners) or 0' }).optional(),
});

/** What an operator may set, under the names they set it by. All of it is optional in the environment. */
export type Env = Readonly<z.infer<typeof schema>>;

/** Wrong settings: all of them at once, each with what it should be. */
export class EnvFault extends Error {
  override name = 'EnvFault';
  constructor(readonly faults: readonly string[]) {
    super(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
}

/** Things that only make sense together. */
const together: readonly (readonly (keyof Env)[])[] = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['GITHUB_ID', 'GITHUB_SECRET'],
  ['XAPI_ENDPOINT', 'XAPI_KEY', 'XAPI_SECRET'],
];

const booleans: Record<string, boolean> = { '1': true, true: true, yes: true, '0': false, false: false, no: false };

/** Reads and checks the settings; throws an EnvFault that lists everything that is wrong. An empty setting counts as not set. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const faults: string[] = [];
  const given = (name: string): string | undefined => {
    const file = source[`${name}_FILE`];
    if (!file) return source[name]?.trim() || undefined;
    try {
      return readFileSync(/* turbopackIgnore: true */ file, 'utf8').trim() || undefined;
    } catch (error) {
      faults.push(
        `${name}_FILE names ${file}, which cannot be read (${error instanceof Error ? error.message : error})`,
      );
      return undefined;
    }
  };
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(schema.shape)) values[name] = given(name);

  values.NODE_ENV ??= 'production';
  values.PORT ??= '3000';
  values.HOST ??= '127.0.0.1';
  values.LOG_LEVEL ??= 'info';
  values.DATA_DIR = resolve(/* turbopackIgnore: true */ given('DATA_DIR') ?? '.data');
  values.CONTENT_DIRS = (given('CONTENT_DIRS') ?? '').split(/[:,]/).filter(Boolean).map(absolute);
  const trust = given('TRUST_PROXY') ?? '0';
  values.TRUST_PROXY = booleans[trust.toLowerCase()] ?? trust;
  // A stand-in while the rest is checked: the real one is made only when everything else is right.
  const makeSecret = values.SECRET === undefined && values.DATABASE_URL === undefined;
  if (makeSecret) values.SECRET = '-'.repeat(32);
  if (values.SECRET === undefined)
    faults.push('SECRET is required with DATABASE_URL: at least 32 characters; `openssl rand -hex 32` makes one');

  const parsed = schema.safeParse(values);
  for (const issue of parsed.error?.issues ?? []) {
    const name = String(issue.path[0]);
    if (values[name] === undefined) continue;
    // A secret's value is never repeated.
    const found = /SECRET|URL/.test(name) ? 'is set, but' : `is ${JSON.stringify(values[name])};`;
    faults.push(`${name} ${found} it ${issue.message}`);
  }
  for (const group of together) {
    const missing = group.filter((name) => values[name] === undefined);
    if (missing.length > 0 && missing.length < group.length)
      faults.push(`${group.join(', ')} belong together; missing: ${missing.join(', ')}`);
  }
  if (faults.length > 0 || !parsed.success) throw new EnvFault(faults);
  return makeSecret ? { ...parsed.data, SECRET: keptSecret(parsed.data.DATA_DIR) } : parsed.data;
}

/** This process's settings, read once. */
export function env(): Env {
  return onlyOne('env', () => readEnv(process.env));
}

/** The secret of an installation with the embedded database: made on the first start, kept in `.data/secret`. */
function keptSecret(dataDir: string): string {
  const file = join(/* turbopackIgnore: true */ dataDir, 'secret');
  try {
    mkdirSync(dataDir, { recursive: true });
    // `wx`: of several processes that start together, the first to write decides.
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new EnvFault([`${file} holds no secret; remove it, and the next start makes a new one`]);
  return secret;
}

function absolute(folder: string): string {
  return isAbsolute(folder) ? folder : resolve(/* turbopackIgnore: true */ folder);
}
