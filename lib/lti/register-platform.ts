import { z } from 'zod';
import { escapeHtml } from '@/lib/gradebook/escape-html';
import { framePage, paragraph } from '@/lib/lti/frame-page';
import { type Refused, refused } from '@/lib/lti/launch';
import type { NewPlatform } from '@/lib/lti/platform';
import { addPlatform, invitedBy, useInvitation } from '@/lib/lti/platform-store';
import { scopes } from '@/lib/lti/scopes';
import type { ToolAddresses } from '@/lib/lti/tool-addresses';
import { clipped } from '@/lib/lti/words-of-platform';
import { allowedUrl, callOutside, OutsideFault, type Reach } from '@/lib/outside/call-outside';
import type { Locale } from '@/lib/words/locale';
import { ltiWords } from '@/lib/words/lti';

const PLATFORM = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const address = z.url({ protocol: /^https?$/ }).max(2_000);

/** A platform's description of itself (LTI Dynamic Registration 1.0 §3.4), as far as we need it. */
const configurationSchema = z.object({
  issuer: z.string().min(1).max(2_000),
  authorization_endpoint: address,
  registration_endpoint: address,
  jwks_uri: address,
  token_endpoint: address,
  authorization_server: z.string().max(2_000).nullish(),
  id_token_signing_alg_values_supported: z.array(z.string()).max(50).nullish(),
  [PLATFORM]: z.object({ product_family_code: z.string().max(200).nullish() }).nullish(),
});

const registeredSchema = z.object({
  client_id: z.string().min(1).max(500),
  [TOOL]: z.object({ deployment_id: z.string().max(255).nullish() }).nullish(),
});

type Configuration = z.infer<typeof configurationSchema>;

export type Registration = {
  /** The administrator's invitation, in the address that they handed out. */
  readonly invitation: string;
  readonly configurationUrl: string;
  readonly token: string | undefined;
};

/** What we are, as platforms are told. */
export type Tool = ToolAddresses & { readonly name: string; readonly description: string };

/** Reads what the platform is, registers with it, and keeps it (LTI Dynamic Registration 1.0 §3). */
export async function registerPlatform(
  { invitation, configurationUrl, token }: Registration,
  tool: Tool,
  reach: Reach,
): Promise<{ kind: 'registered'; name: string; takesAny: boolean } | Refused> {
  const admin = await invitedBy(invitation);
  if (!admin) return refused('bad-invitation');
  const configuration = await readConfiguration(configurationUrl, token, reach);
  if ('kind' in configuration) return configuration;
  const registered = await askForClient(configuration, token, tool, reach);
  if ('kind' in registered) return registered;
  const deployment = registered[TOOL]?.deployment_id;
  const platform: NewPlatform = {
    name: nameOf(configuration),
    issuer: configuration.issuer,
    clientId: registered.client_id,
    authUrl: configuration.authorization_endpoint,
    tokenUrl: configuration.token_endpoint,
    keysUrl: configuration.jwks_uri,
    tokenAudience: configuration.authorization_server ?? null,
    takesAnyDeployment: !deployment,
  };
  const added = await addPlatform(platform, deployment ? [deployment] : [], admin, 'registration', (client) =>
    useInvitation(client, invitation),
  );
  if (added === null) return refused('registration-refused', platform.issuer);
  return { kind: 'registered', name: platform.name, takesAny: platform.takesAnyDeployment };
}

async function readConfiguration(
  url: string,
  token: string | undefined,
  reach: Reach,
): Promise<Configuration | Refused> {
  const reply = await ask({ url, ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}) }, reach);
  if ('kind' in reply) return reply;
  const parsed = configurationSchema.safeParse(reply.json);
  if (!parsed.success) return refused('bad-configuration', parsed.error.issues[0]?.path.join('.'));
  const { data } = parsed;
  // Who describes an issuer must be that issuer (§3.4): else one platform could register in another's name.
  const host = URL.canParse(data.issuer) ? new URL(data.issuer).host : '';
  if (host !== new URL(url).host) return refused('bad-configuration', `issuer: ${clipped(data.issuer, 200)}`);
  const algorithms = data.id_token_signing_alg_values_supported;
  if (algorithms && !algorithms.includes('RS256'))
    return refused('bad-configuration', 'id_token_signing_alg_values_supported');
  try {
    for (const one of [data.authorization_endpoint, data.registration_endpoint, data.jwks_uri, data.token_endpoint])
      allowedUrl(one, reach);
  } catch (error) {
    if (error instanceof OutsideFault) return refused('bad-configuration', error.message);
    throw error;
  }
  return data;
}

async function askForClient(
  { registration_endpoint }: Configuration,
  token: string | undefined,
  tool: Tool,
  reach: Reach,
): Promise<z.infer<typeof registeredSchema> | Refused> {
  const reply = await ask(
    {
      method: 'POST',
      url: registration_endpoint,
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(clientOf(tool)),
    },
    reach,
  );
  if ('kind' in reply)
    return reply.why === 'configuration-unreachable' ? refused('registration-refused', reply.detail) : reply;
  const parsed = registeredSchema.safeParse(reply.json);
  return parsed.success ? parsed.data : refused('registration-refused', parsed.error.issues[0]?.path.join('.'));
}

/** Our side of the registration (§3.5). */
function clientOf({ origin, login, launch, keys, name, description }: Tool) {
  const icon = `${origin}/icons/192`;
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: login,
    redirect_uris: [launch],
    client_name: name,
    client_uri: origin,
    logo_uri: icon,
    jwks_uri: keys,
    token_endpoint_auth_method: 'private_key_jwt',
    id_token_signed_response_alg: 'RS256',
    scope: Object.values(scopes).join(' '),
    [TOOL]: {
      domain: new URL(origin).host,
      description,
      target_link_uri: `${origin}/`,
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
      messages: [
        { type: 'LtiResourceLinkRequest', target_link_uri: `${origin}/`, label: name },
        { type: 'LtiDeepLinkingRequest', target_link_uri: `${origin}/`, label: name },
      ],
    },
  };
}

async function ask(call: Parameters<typeof callOutside>[0], reach: Reach): Promise<{ json: unknown } | Refused> {
  try {
    const { status, body } = await callOutside(call, reach);
    if (status < 200 || status > 299) return refused('configuration-unreachable', `HTTP ${status}`);
    return { json: JSON.parse(body) };
  } catch (error) {
    if (error instanceof OutsideFault) return refused('configuration-unreachable', error.message);
    if (error instanceof SyntaxError) return refused('bad-configuration', 'JSON');
    throw error;
  }
}

function nameOf(configuration: Configuration): string {
  const product = configuration[PLATFORM]?.product_family_code;
  const { host } = new URL(configuration.issuer);
  return clipped(product ? `${product} · ${host}` : host, 200);
}

/** The window that the platform opened for it is closed as the specification says (§3.6). */
export function registeredPage(name: string, takesAny: boolean, locale: Locale): Response {
  const words = ltiWords[locale].registered;
  return framePage({
    locale,
    title: words.title,
    body: paragraph(words.lede(name)) + (takesAny ? `<p><small>${escapeHtml(words.deployments)}</small></p>` : ''),
    script: `(window.opener||window.parent).postMessage({subject:'org.imsglobal.lti.close'},'*')`,
  });
}
