import type { AuthOptions } from 'next-auth';
import { decode, encode, type JWT } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import GitHub from 'next-auth/providers/github';
import { safeCallback } from '@/lib/auth/callback-url';
import { cookieName, cookieOptions, isSecureSite } from '@/lib/auth/cookie';
import type { Entry } from '@/lib/auth/enter';
import { externalSignIn } from '@/lib/auth/external-sign-in';
import { oidcProvider } from '@/lib/auth/providers';
import { checkSession } from '@/lib/auth/session';
import { revokeSession } from '@/lib/auth/session-store';
import { SESSION_SECONDS, toClaims, toToken } from '@/lib/auth/session-token';
import { signIn } from '@/lib/auth/sign-in';
import type { Visit } from '@/lib/auth/visit';
import { env } from '@/lib/env';
import type { Locale } from '@/lib/words/locale';

type Providers = AuthOptions['providers'];

/** next-auth, for one request. `entered` is told who came in, since more than its own cookie follows from that. */
export function authOptions(visit: Visit, locale: Locale, entered: (entry: Entry) => void): AuthOptions {
  let byPassword: Entry | null = null;
  const password = Credentials({
    id: 'password',
    name: 'password',
    credentials: { login: {}, password: { type: 'password' } },
    authorize: async (given) => {
      const { login = '', password = '' } = given ?? {};
      const result = await signIn({ login, password, forgetOnLeave: false }, visit);
      if (result.kind === 'overloaded') throw new Error('overloaded');
      if (result.kind !== 'entered') return null;
      byPassword = result.entry;
      return { id: result.entry.session.learnerId };
    },
  });
  const cookie = (what: Parameters<typeof cookieName>[0]) => ({ name: cookieName(what), options: cookieOptions() });
  return {
    secret: env().SECRET,
    useSecureCookies: isSecureSite(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    providers: [password, ...external()],
    pages: { signIn: `/${locale}/sign-in`, error: `/${locale}/sign-in`, signOut: `/${locale}/account` },
    cookies: {
      sessionToken: cookie('session'),
      csrfToken: cookie('csrf'),
      callbackUrl: cookie('callback'),
      state: cookie('state'),
      pkceCodeVerifier: cookie('pkce'),
      nonce: cookie('nonce'),
    },
    jwt: { encode, decode: async (params) => present(await decode(params)) },
    callbacks: {
      jwt: async ({ token, user, account }) => {
        if (!account) return token;
        const entry =
          account.provider === 'password'
            ? byPassword
            : await externalSignIn(
                { provider: account.provider, subject: account.providerAccountId },
                user.name ?? '',
                visit,
              );
        if (!entry) throw new Error('no account came of this sign-in');
        entered(entry);
        return toToken(entry.session);
      },
      session: ({ session, token }) => ({ expires: session.expires, user: { name: token.name ?? null } }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return baseUrl + safeCallback(path, `/${locale}`);
      },
    },
    events: {
      signOut: async ({ token }) => {
        const claims = toClaims(token);
        if (claims) await revokeSession(claims.learnerId, claims.sessionId);
      },
    },
    logger: {
      // Its errors carry tokens and profiles; the code says enough to look it up.
      error: (code) => void process.stderr.write(`next-auth: ${code}\n`),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** A token is as good as its session. */
async function present(token: JWT | null): Promise<JWT | null> {
  const claims = toClaims(token);
  return claims && (await checkSession(claims)) ? token : null;
}

function external(): Providers {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, GITHUB_ID, GITHUB_SECRET } = env();
  const providers: Providers = [];
  if (OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET)
    providers.push(oidcProvider(OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET));
  if (GITHUB_ID && GITHUB_SECRET) {
    providers.push(
      GitHub({
        clientId: GITHUB_ID,
        clientSecret: GITHUB_SECRET,
        // No scope: the public profile, no addresses.
        authorization: { url: 'https://github.com/login/oauth/authorize', params: { scope: '' } },
        // The provider's own request would ask for the address when the profile has none.
        userinfo: { url: 'https://api.github.com/user' },
      }),
    );
  }
  return providers;
}
