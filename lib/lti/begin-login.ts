import { z } from 'zod';
import { type Refused, refused } from '@/lib/lti/launch';
import { insertLogin } from '@/lib/lti/launch-store';
import { platformsOf } from '@/lib/lti/platform-store';
import { isOurs, type ToolAddresses } from '@/lib/lti/tool-addresses';

const field = z.string().min(1).max(4_000);

/** What a platform sends to begin with (Security Framework §5.1.1.1). The hints are its own and go back as they came. */
const loginSchema = z.object({
  iss: field,
  login_hint: field,
  target_link_uri: field,
  lti_message_hint: z.string().max(8_000).optional(),
  client_id: z.string().max(500).optional(),
});

export type LoginBegun = { readonly kind: 'asks'; readonly url: string; readonly state: string };

/** Answers a third party's wish to log in with the address at which its platform is asked for a token (OIDC Core §4, Security Framework §5.1.1.2). */
export async function beginLogin(
  sent: Readonly<Record<string, string>>,
  tool: ToolAddresses,
): Promise<LoginBegun | Refused> {
  const login = loginSchema.safeParse(sent);
  if (!login.success) return refused('bad-login');
  const { iss, client_id, login_hint, lti_message_hint, target_link_uri } = login.data;
  if (!isOurs(target_link_uri, tool)) return refused('wrong-target');
  const platforms = await platformsOf(iss);
  const named = client_id ? platforms.filter(({ clientId }) => clientId === client_id) : platforms;
  const [platform, other] = named;
  // Of several clients of one issuer none is guessed.
  if (!platform || other) return refused('unknown-platform', iss);
  const { state, nonce } = await insertLogin(platform.id, target_link_uri);
  const url = new URL(platform.authUrl);
  const asked = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: platform.clientId,
    redirect_uri: tool.launch,
    state,
    nonce,
    login_hint,
    ...(lti_message_hint ? { lti_message_hint } : {}),
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { kind: 'asks', url: url.href, state };
}
