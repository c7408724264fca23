import { TestBrowser } from '@/lib/auth/test-visit';
import { publicKeys, signingKey } from '@/lib/certificates/signing-key-store';
import { answerDeepLink, answerLaunch, answerLogin, answerOpen, type Call } from '@/lib/lti/calls';
import { addPlatform } from '@/lib/lti/platform-store';
import { type Person, TestPlatform } from '@/lib/lti/test-platform';
import { toolAddresses } from '@/lib/lti/tool-addresses';

export const testTool = toolAddresses('http://localhost:3000');

/** A platform that knows our keys, registered here by an administrator. */
export async function testPlatform(): Promise<TestPlatform> {
  const platform = await new TestPlatform(async () => {
    await signingKey('lti');
    return { keys: (await publicKeys('lti')).map(({ jwk }) => ({ ...jwk })) };
  }).open();
  platform.target = `${testTool.origin}/en/paths/tcp-tls`;
  const { issuer, clientId, addresses, deploymentId } = platform;
  const added = { name: 'Test LMS', issuer, clientId, ...addresses, tokenAudience: null, takesAnyDeployment: false };
  await addPlatform(added, [deploymentId], { name: 'test' });
  return platform;
}

/** A browser at our door. */
export class TestVisitor {
  readonly browser = new TestBrowser();
  /** Inside a frame this browser keeps no cookies of ours. */
  keepsNothingInFrames = false;

  constructor(
    readonly platform: TestPlatform,
    readonly person: Person,
  ) {
    platform.people.set(person.sub, person);
  }

  get call(): Call {
    return { tool: testTool, locale: 'en', visit: this.browser.visit, siteName: 'Handrail' };
  }

  /** Follows the link as far as the platform's word: what would be posted to us. */
  async begin(
    message: 'launch' | 'deep' = 'launch',
    more: Record<string, string> = {},
  ): Promise<Record<string, string>> {
    const login = await answerLogin(
      {
        iss: this.platform.issuer,
        login_hint: this.person.sub,
        target_link_uri: this.platform.target,
        client_id: this.platform.clientId,
        lti_message_hint: message,
        ...more,
      },
      this.call,
    );
    if (login.status !== 303) throw new Error(`login was refused: ${await login.text()}`);
    if (!this.keepsNothingInFrames) this.browser.keepHeader(login.headers.get('set-cookie'));
    const page = await (await fetch(login.headers.get('location') ?? '')).text();
    return Object.fromEntries(
      [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    );
  }

  /** The page that the launch shows in its frame. */
  async post(
    fields: Record<string, string>,
  ): Promise<{ status: number; html: string; ticket: string; headers: Headers }> {
    const response = await answerLaunch(fields, this.call, false);
    const html = await response.text();
    const ticket = /ticket(?:=|" value=")([\w-]+)/.exec(html)?.[1] ?? '';
    return { status: response.status, html, ticket, headers: response.headers };
  }

  /** Opens the window; returns where it leads. */
  async open(ticket: string): Promise<string> {
    const response = await answerOpen(ticket, this.call);
    for (const cookie of response.headers.getSetCookie()) this.browser.keepHeader(cookie);
    return response.headers.get('location') ?? (await response.text());
  }

  async launch(): Promise<string> {
    return this.open((await this.post(await this.begin())).ticket);
  }

  async choose(ticket: string, targets: readonly string[], graded = true): Promise<Response> {
    const form = new FormData();
    form.set('ticket', ticket);
    for (const target of targets) form.append('target', target);
    if (graded) form.set('graded', 'yes');
    return answerDeepLink(form, this.call);
  }
}

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
export const learnerRole = `${membership}#Learner`;
export const instructorRole = `${membership}#Instructor`;
export const assistantRoles = [instructorRole, `${membership}/Instructor#TeachingAssistant`];
