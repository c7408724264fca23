import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim';
const TOOL = 'https://purl.imsglobal.org/spec/lti-tool-configuration';

type Key = { readonly kid: string; readonly key: CryptoKey; readonly jwk: JWK };

/** Who is signed in at the platform, and what they are in its course. */
export type Person = {
  readonly sub: string;
  readonly name?: string;
  readonly roles: readonly string[];
  readonly status?: string;
};

export type LineItem = {
  readonly id: string;
  readonly label: string;
  readonly scoreMaximum: number;
  readonly resourceLinkId?: string;
  readonly resourceId?: string;
};

export type PostedScore = {
  readonly lineItem: string;
  readonly userId: string;
  readonly timestamp: string;
  readonly scoreGiven?: number;
  readonly scoreMaximum?: number;
  readonly activityProgress: string;
  readonly gradingProgress: string;
};

/**
 * A learning platform for tests, as the specifications describe one and as nobody here has written the tool: real RS256 keys behind a keyset address, an
 * authentication endpoint, tokens against a signed assertion of the tool, Names and Roles in pages, Assignments and Grades, Deep Linking, Dynamic
 * Registration. It verifies whatever the tool signs by the keys that the tool publishes.
 */
export class TestPlatform {
  clientId = `client-${randomUUID()}`;
  deploymentId = 'deployment-1';
  keys: Key[] = [];
  people = new Map<string, Person>();
  context = { id: 'course-1', title: 'Networks I' };
  link: { id: string; title: string } = { id: 'link-1', title: 'Week 1' };
  target = '';
  custom: Record<string, string> = {};
  deepLinking = { accept_multiple: true, data: 'opaque: keep me' };
  withLineItem: string | undefined;
  pageSize = 2;
  lineItems: LineItem[] = [];
  scores: PostedScore[] = [];
  chosen: JWTPayload[] = [];
  registrations: Record<string, unknown>[] = [];
  /** The next answers of a service, before it works again. */
  failing: { status: number; headers?: Record<string, string> }[] = [];
  tokensGiven = 0;
  keysAsked = 0;
  readonly registrationToken = randomUUID();
  readonly #tokens = new Map<string, string>();
  readonly #assertions = new Set<string>();
  #server: Server | undefined;
  #origin = '';

  /** `toolKeys` fetches what the tool publishes. */
  constructor(readonly toolKeys: () => Promise<JSONWebKeySet>) {}

  get origin(): string {
    return this.#origin;
  }
  get issuer(): string {
    return this.#origin;
  }
  get addresses() {
    const at = (path: string) => `${this.#origin}${path}`;
    return { authUrl: at('/auth'), tokenUrl: at('/token'), keysUrl: at('/keys') };
  }

  async open(port = 0): Promise<this> {
    // Making a key takes longer than all else of a test: platforms begin with the same one.
    firstKey ??= newKey();
    this.keys = [await firstKey];
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    const server = this.#server;
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    this.#origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    return this;
  }

  close(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  /** A new key signs from now on; the old one is no longer published. */
  async rotateKeys(): Promise<void> {
    this.keys = [await newKey()];
  }

  /** The claims of a launch by this person, before anybody tampers with them. */
  claims(person: Person, nonce: string, more: JWTPayload = {}): JWTPayload {
    const now = Math.floor(Date.now() / 1_000);
    return {
      iss: this.issuer,
      aud: this.clientId,
      sub: person.sub,
      iat: now,
      exp: now + 300,
      nonce,
      ...(person.name === undefined ? {} : { name: person.name }),
      [`${CLAIM}/message_type`]: 'LtiResourceLinkRequest',
      [`${CLAIM}/version`]: '1.3.0',
      [`${CLAIM}/deployment_id`]: this.deploymentId,
      [`${CLAIM}/target_link_uri`]: this.target,
      [`${CLAIM}/roles`]: person.roles,
      [`${CLAIM}/context`]: { ...this.context, type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'] },
      [`${CLAIM}/resource_link`]: this.link,
      [`${CLAIM}/custom`]: this.custom,
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
        scope: [
          'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem',
          'https://purl.imsglobal.org/spec/lti-ags/scope/score',
        ],
        lineitems: `${this.#origin}/course-1/lineitems`,
        ...(this.withLineItem ? { lineitem: this.withLineItem } : {}),
      },
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
        context_memberships_url: `${this.#origin}/course-1/members`,
        service_versions: ['2.0'],
      },
      ...more,
    };
  }

  deepLinkingClaims(person: Person, nonce: string): JWTPayload {
    const claims = this.claims(person, nonce, {
      [`${CLAIM}/message_type`]: 'LtiDeepLinkingRequest',
      'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
        deep_link_return_url: `${this.#origin}/deep-link-return`,
        accept_types: ['ltiResourceLink', 'file'],
        accept_presentation_document_targets: ['iframe', 'window'],
        ...this.deepLinking,
      },
    });
    delete claims[`${CLAIM}/resource_link`];
    return claims;
  }

  async sign(claims: JWTPayload, header: { alg?: string; kid?: string } = {}): Promise<string> {
    const [key] = this.keys;
    if (!key) throw new Error('the platform is not open');
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...header }).sign(key.key);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#origin);
    const body = await text(request);
    const send = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /favicon.ico':
        return void response.writeHead(204).end();
      case 'GET /keys':
        this.keysAsked += 1;
        return void send(200, { keys: this.keys.map(({ jwk }) => jwk) });
      case 'GET /auth':
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(await this.#authPage(url.searchParams));
      case 'POST /token':
        return void (await this.#token(new URLSearchParams(body), send));
      case 'POST /deep-link-return': {
        const payload = await this.verifyTool(new URLSearchParams(body).get('JWT') ?? '', this.issuer);
        this.chosen.push(payload);
        return void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Back in the course</h1>');
      }
      case 'GET /.well-known/openid-configuration':
        return void send(200, this.configuration());
      case 'POST /register':
        return void this.#register(request, body, send);
      case 'GET /course':
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(this.coursePage(url.searchParams.get('login') ?? ''));
    }
    const failing = this.failing.shift();
    if (failing) return void response.writeHead(failing.status, failing.headers).end();
    const scope = this.#tokens.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
    if (!scope) return void send(401, { error: 'no token' });
    return this.#service(request, url, body, scope, send);
  }

  #service(request: IncomingMessage, url: URL, body: string, scope: string, send: Send): void {
    if (url.pathname === '/course-1/members' && scope.endsWith('contextmembership.readonly')) {
      const from = Number(url.searchParams.get('from') ?? 0);
      const all = [...this.people.values()];
      const members = all.slice(from, from + this.pageSize).map(({ sub, name, roles, status }) => ({
        user_id: sub,
        roles,
        ...(name === undefined ? {} : { name }),
        ...(status === undefined ? {} : { status }),
      }));
      const next = `<${this.#origin}/course-1/members?from=${from + this.pageSize}>; rel="next"`;
      const more: Record<string, string> =
        from + this.pageSize < all.length ? { link: `<${url.href}>; rel="self", ${next}` } : {};
      return void send(200, { id: url.href, context: this.context, members }, more);
    }
    if (url.pathname === '/course-1/lineitems' && scope.endsWith('lineitem')) {
      if (request.method === 'GET') {
        const link = url.searchParams.get('resource_link_id');
        return void send(
          200,
          this.lineItems.filter(({ resourceLinkId }) => !link || resourceLinkId === link),
        );
      }
      const item: LineItem = {
        ...JSON.parse(body),
        id: `${this.#origin}/course-1/lineitems/${this.lineItems.length + 1}?type=7`,
      };
      this.lineItems.push(item);
      return void send(201, item);
    }
    const scored = /^(\/course-1\/lineitems\/\d+)\/scores$/.exec(url.pathname);
    if (scored && scope.endsWith('score') && request.method === 'POST') {
      const lineItem = `${this.#origin}${scored[1]}${url.search}`;
      if (!this.lineItems.some(({ id }) => id === lineItem)) return void send(404, {});
      const score: PostedScore = { ...JSON.parse(body), lineItem };
      // §3.4.7: a score that is not newer than what is there is refused.
      const last = this.scores.filter((one) => one.lineItem === lineItem && one.userId === score.userId).at(-1);
      if (last && last.timestamp >= score.timestamp) return void send(409, {});
      this.scores.push(score);
      return void send(204, '');
    }
    send(403, { error: `not with ${scope}` });
  }

  async #authPage(asked: URLSearchParams): Promise<string> {
    const person = this.people.get(asked.get('login_hint') ?? '');
    const isRight =
      asked.get('scope') === 'openid' &&
      asked.get('response_type') === 'id_token' &&
      asked.get('response_mode') === 'form_post' &&
      asked.get('prompt') === 'none' &&
      asked.get('client_id') === this.clientId;
    const nonce = asked.get('nonce') ?? '';
    const deep = asked.get('lti_message_hint') === 'deep';
    const fields: Record<string, string> =
      person && isRight
        ? { id_token: await this.sign(deep ? this.deepLinkingClaims(person, nonce) : this.claims(person, nonce)) }
        : { error: 'login_required', error_description: 'Nobody is signed in.' };
    const inputs = Object.entries({ ...fields, state: asked.get('state') ?? '' })
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
      .join('');
    return `<form method="post" action="${asked.get('redirect_uri')}">${inputs}</form><script>document.forms[0].submit()</script>`;
  }

  /** A course's page with the tool in a frame, for a browser. */
  coursePage(login: string): string {
    return `<!doctype html><html lang="en"><title>Networks I</title><h1>Networks I</h1><iframe title="Week 1" width="900" height="500" src="${login.replaceAll('&', '&amp;')}"></iframe>`;
  }

  async #token(form: URLSearchParams, send: Send): Promise<void> {
    const assertion = form.get('client_assertion') ?? '';
    const isAsked =
      form.get('grant_type') === 'client_credentials' &&
      form.get('client_assertion_type') === 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
    const payload = await this.verifyTool(assertion, this.addresses.tokenUrl).catch(() => null);
    const isFresh = payload?.jti !== undefined && !this.#assertions.has(payload.jti);
    if (!isAsked || !isFresh || payload.sub !== this.clientId) return void send(400, { error: 'invalid_client' });
    this.#assertions.add(payload.jti ?? '');
    const token = randomUUID();
    this.#tokens.set(token, form.get('scope') ?? '');
    this.tokensGiven += 1;
    send(200, { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: form.get('scope') });
  }

  /** What tools had is worth nothing from now on. */
  revokeTokens(): void {
    this.#tokens.clear();
  }

  /** What the tool signed, by the keys that it publishes: from it, for us, and in time. */
  async verifyTool(jwt: string, audience: string): Promise<JWTPayload> {
    const keys = createLocalJWKSet(await this.toolKeys());
    const { payload } = await jwtVerify(jwt, keys, {
      issuer: this.clientId,
      audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat'],
      maxTokenAge: '5 minutes',
    });
    return payload;
  }

  configuration(): Record<string, unknown> {
    return {
      issuer: this.issuer,
      authorization_endpoint: this.addresses.authUrl,
      token_endpoint: this.addresses.tokenUrl,
      jwks_uri: this.addresses.keysUrl,
      registration_endpoint: `${this.#origin}/register`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      'https://purl.imsglobal.org/spec/lti-platform-configuration': { product_family_code: 'testlms', version: '1' },
    };
  }

  #register(request: IncomingMessage, body: string, send: Send): void {
    if (request.headers.authorization !== `Bearer ${this.registrationToken}`) return void send(401, {});
    const asked: Record<string, unknown> = JSON.parse(body);
    this.registrations.push(asked);
    send(200, { ...asked, client_id: this.clientId, [TOOL]: { deployment_id: this.deploymentId } });
  }
}

let firstKey: Promise<Key> | undefined;

type Send = (status: number, value: unknown, headers?: Record<string, string>) => unknown;

export async function newKey(): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = randomUUID();
  return { kid, key: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

async function text(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
