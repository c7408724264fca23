import type { OAuthConfig } from 'next-auth/providers/oauth';
import { env } from '@/lib/env';

/** A place that can vouch for a learner, as far as this installation has set one up. */
export type ExternalProvider = { readonly id: 'oidc' | 'github'; readonly name: string };

export function externalProviders(): ExternalProvider[] {
  const { OIDC_ISSUER, GITHUB_ID } = env();
  return [
    ...(OIDC_ISSUER ? [{ id: 'oidc', name: new URL(OIDC_ISSUER).hostname } as const] : []),
    ...(GITHUB_ID ? [{ id: 'github', name: 'GitHub' } as const] : []),
  ];
}

type Profile = { readonly sub?: string; readonly name?: string; readonly preferred_username?: string };

/** Any OpenID Connect provider, by its discovery document. We ask for no e-mail address: nothing here needs it. */
export function oidcProvider(issuer: string, clientId: string, clientSecret: string): OAuthConfig<Profile> {
  return {
    id: 'oidc',
    name: new URL(issuer).hostname,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    profile: (profile) => ({ id: profile.sub ?? '', name: profile.name ?? profile.preferred_username ?? '' }),
  };
}
