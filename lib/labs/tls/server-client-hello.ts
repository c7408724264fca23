import { Fatal } from './alert';
import { type TlsVersion, versionNumber, versions } from './code-points';
import type { ServerEndpoint } from './endpoint';
import { find } from './extension';
import type { ClientHello } from './message';
import { serverHello12 } from './server-12';
import { serverHello13 } from './server-13';
import { signallingSuites } from './suites';
import { keep, note } from './talk';

/** RFC 8446 §4.1.2 and RFC 5246 §7.4.1.2: what holds for a hello of either version; then the version decides. */
export function readClientHello(server: ServerEndpoint, hello: ClientHello, bytes: Uint8Array): void {
  const version = chooseVersion(server, hello);
  if (server.version === null) note(server, { code: 'version-chosen', version });
  server.version = version;
  checkCompression(hello, version);
  checkPskIsLast(hello);
  chooseName(server, hello);
  chooseProtocol(server, hello);
  keep(server, { name: 'client_random', bytes: hello.random, by: 'received', from: [] });
  if (version === '1.3') serverHello13(server, hello, bytes);
  else serverHello12(server, hello, bytes);
}

/** RFC 8446 §4.2.1: the extension decides where there is one; else the old field, which means "up to". */
function chooseVersion(server: ServerEndpoint, hello: ClientHello): TlsVersion {
  const offered = find(hello.extensions, 'supported_versions')?.versions;
  const speaks = (version: TlsVersion) =>
    server.config.versions.includes(version) &&
    (offered ? offered.includes(versionNumber[version]) : version === '1.2' && hello.legacyVersion >= versions.TLS12);
  const version = speaks('1.3') ? '1.3' : speaks('1.2') ? '1.2' : null;
  if (!version) throw new Fatal('protocol_version', 'no-common-version', 4);
  if (server.version && server.version !== version) throw new Fatal('illegal_parameter', 'version-changed-after-retry');
  // RFC 7507 §3: a client that came down to this on its own, although both could have done better.
  const isBelow = version === '1.2' && server.config.versions.includes('1.3');
  if (isBelow && hello.suites.includes(signallingSuites.TLS_FALLBACK_SCSV)) {
    throw new Fatal('inappropriate_fallback', 'fallback');
  }
  return version;
}

function checkCompression(hello: ClientHello, version: TlsVersion): void {
  const isOnlyNull = hello.compressions.length === 1 && hello.compressions[0] === 0;
  if (version === '1.3' && !isOnlyNull) throw new Fatal('illegal_parameter', 'compression');
  if (!hello.compressions.includes(0)) throw new Fatal('decode_error', 'compression');
}

/** RFC 8446 §4.2.11: because what comes before it is what its binders cover. */
function checkPskIsLast(hello: ClientHello): void {
  const place = hello.extensions.findIndex(({ type }) => type === 'pre_shared_key');
  if (place !== -1 && place !== hello.extensions.length - 1) throw new Fatal('illegal_parameter', 'psk-not-last');
}

/** RFC 6066 §3. */
function chooseName(server: ServerEndpoint, hello: ClientHello): void {
  const { names } = server.config;
  server.name = find(hello.extensions, 'server_name')?.host ?? null;
  if (server.name !== null && names && !names.includes(server.name))
    throw new Fatal('unrecognized_name', 'unknown-name');
}

/** RFC 7301 §3.2: the server's preference; nothing in common is fatal. */
function chooseProtocol(server: ServerEndpoint, hello: ClientHello): void {
  const offered = find(hello.extensions, 'application_layer_protocol_negotiation')?.protocols;
  const { protocols } = server.config;
  if (!offered || protocols.length === 0) return;
  server.protocol = protocols.find((protocol) => offered.includes(protocol)) ?? null;
  if (server.protocol === null) throw new Fatal('no_application_protocol', 'no-common-protocol');
}
