import { parseCertificate } from '../certificate/parse-certificate';
import { DerFault } from '../der/fault';
import { Fatal } from './alert';
import type { ClientEndpoint } from './endpoint';
import type { PublicKey } from './signature';
import { note } from './talk';

/** RFC 8446 §4.4.2.4: whether the chain leads from the name that was asked for to a root that is trusted; the leaf's key. */
export function judgeChain(client: ClientEndpoint): PublicKey {
  const key = leafKey(client);
  note(client, { code: 'verified', what: 'certificate' });
  return key;
}

function leafKey(client: ClientEndpoint): PublicKey {
  const [leaf] = client.chain;
  if (!leaf) throw new Fatal('decode_error', 'no-certificate');
  try {
    const { publicKey } = parseCertificate(leaf);
    if (publicKey.kind === 'other') throw new Fatal('unsupported_certificate', 'certificate.key-of-another-kind');
    return publicKey;
  } catch (fault) {
    if (fault instanceof DerFault) throw new Fatal('bad_certificate', 'certificate.unreadable', fault.at);
    throw fault;
  }
}
