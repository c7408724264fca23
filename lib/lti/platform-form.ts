import { formText } from '@/lib/auth/form';
import { newPlatformSchema } from '@/lib/lti/platform';
import { allowedUrl, OutsideFault, type Reach } from '@/lib/outside/call-outside';

const texts = ['name', 'issuer', 'clientId', 'authUrl', 'tokenUrl', 'keysUrl', 'tokenAudience'] as const;
const addresses = ['authUrl', 'tokenUrl', 'keysUrl'] as const;

type Values = Record<(typeof texts)[number] | 'deployments', string>;

/** What an administrator has typed, as it was typed, and as a platform if it is one. */
export function readPlatform(form: FormData) {
  const typed = (name: string) => formText(form, name).trim().slice(0, 4_000);
  const values: Values = {
    name: typed('name'),
    issuer: typed('issuer'),
    clientId: typed('clientId'),
    authUrl: typed('authUrl'),
    tokenUrl: typed('tokenUrl'),
    keysUrl: typed('keysUrl'),
    tokenAudience: typed('tokenAudience'),
    deployments: formText(form, 'deployments').slice(0, 20_000),
  };
  const platform = newPlatformSchema.safeParse({
    ...values,
    tokenAudience: values.tokenAudience || null,
    takesAnyDeployment: formText(form, 'any') === 'yes',
  });
  return { values, platform, deployments: readDeployments(values.deployments) };
}

/** One a line, each once; a platform's own names, which are not ours to spell. */
export function readDeployments(text: string): string[] {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .map((line) => line.trim());
  return [...new Set(lines.filter((line) => line !== '' && line.length <= 255))].slice(0, 200);
}

type Words = Readonly<Record<'name' | 'issuer' | 'clientId' | 'address', string>>;

/** What is wrong, field by field; null: nothing. */
export function platformFaults(
  platform: ReturnType<typeof readPlatform>['platform'],
  values: Values,
  reach: Reach,
  words: Words,
): Record<string, string> | null {
  const wrong = new Set(platform.error?.issues.map(({ path }) => String(path[0])) ?? []);
  const errors: Record<string, string> = {};
  for (const name of ['name', 'issuer', 'clientId'] as const) if (wrong.has(name)) errors[name] = words[name];
  for (const name of addresses) if (wrong.has(name) || !isAllowed(values[name], reach)) errors[name] = words.address;
  return Object.keys(errors).length > 0 ? errors : null;
}

function isAllowed(address: string, reach: Reach): boolean {
  try {
    allowedUrl(address, reach);
    return true;
  } catch (error) {
    if (error instanceof OutsideFault) return false;
    throw error;
  }
}
