import { type EcdhGroup, ecdhGroups } from '../crypto/ecdh';
import { Fatal } from './alert';
import { groups, signatureSchemes, type TlsVersion } from './code-points';
import type { ServerEndpoint } from './endpoint';
import { find } from './extension';
import type { ClientHello } from './message';
import { computedSchemes, fits, type SignatureScheme } from './signature';
import { type CipherSuite, suiteNamed } from './suites';

/** Groups both sides know, in the server's order. RFC 8422 §4: a client that does not say takes any. */
export function commonGroups(server: ServerEndpoint, hello: ClientHello): EcdhGroup[] {
  const offered = find(hello.extensions, 'supported_groups')?.groups;
  const own = ecdhGroups.filter((group) => server.config.groups.includes(group));
  const wanted = server.config.groups.filter((group) => own.includes(group));
  return wanted.filter((group) => !offered || offered.includes(groups[group]));
}

/** The server's first suite that the client offers and that its key and the common groups allow. */
export function chooseSuite(server: ServerEndpoint, hello: ClientHello, version: TlsVersion): CipherSuite {
  const hasGroup = commonGroups(server, hello).length > 0;
  const { key, suites } = server.config;
  const suite = suites
    .map(suiteNamed)
    .find(
      (one) =>
        one.version === version &&
        hello.suites.includes(one.code) &&
        (version === '1.3' ||
          (one.key === key.kind && (one.exchange === 'rsa' || (hasGroup && canSign(server, hello))))),
    );
  if (!suite) throw new Fatal('handshake_failure', 'no-common-suite');
  return suite;
}

function canSign(server: ServerEndpoint, hello: ClientHello): boolean {
  return findScheme(server, hello, '1.2') !== null;
}

function findScheme(server: ServerEndpoint, hello: ClientHello, version: TlsVersion): SignatureScheme | null {
  const offered = find(hello.extensions, 'signature_algorithms')?.schemes;
  return (
    computedSchemes.find(
      (scheme) =>
        server.config.schemes.includes(scheme) &&
        fits(scheme, server.config.key.kind, version) &&
        (offered?.includes(signatureSchemes[scheme]) ?? false),
    ) ?? null
  );
}

/** The server's first scheme that fits its key and that the client takes. */
export function chooseScheme(server: ServerEndpoint, hello: ClientHello, version: TlsVersion): SignatureScheme {
  const scheme = findScheme(server, hello, version);
  if (!scheme) throw new Fatal('handshake_failure', 'no-common-scheme');
  return scheme;
}
