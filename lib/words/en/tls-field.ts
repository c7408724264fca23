/** Fields of records and messages: name, and what it is for where that is not in the name. */
const fields: Readonly<Record<string, readonly [name: string, why?: string]>> = {
  'tls.record.type': [
    'Content type',
    'Handshake, alert, ChangeCipherSpec or data. Under TLS 1.3 keys it always says data: the true type is inside.',
  ],
  'tls.record.version': [
    'Record version',
    'Says 1.2, or 1.0 in the first record: old boxes on the way want to see it. Nobody decides by it.',
  ],
  'tls.record.length': ['Record length', 'Bytes that follow; at most 2¹⁴ of text and what protection adds.'],
  'tls.record.fragment': ['Content of the record'],
  'tls.record.explicit_nonce': ['Explicit nonce', 'The half of the nonce that travels along with GCM in TLS 1.2.'],
  'tls.record.encrypted': ['Encrypted text', 'Whoever has no key sees its length, and nothing else.'],
  'tls.record.tag': ['Authentication tag', 'Changes with every bit of text, header, key and number of the record.'],
  'tls.handshake.type': ['Message type'],
  'tls.handshake.body': ['Message', 'Its length does not count these first four bytes.'],
  'tls.handshake.piece': ['Piece of a message', 'The rest is in another record.'],
  'tls.legacy_version': [
    'Legacy version',
    'TLS 1.3 says 1.2 here too; which versions are meant stands in supported_versions.',
  ],
  'tls.random': [
    'Random',
    '32 bytes of chance that make this handshake unlike every other. Not secret: everyone on the way sees it.',
  ],
  'tls.session_id': [
    'Session id',
    'In TLS 1.3 only an echo for old boxes; in 1.2 the sign that a session is taken up again.',
  ],
  'tls.cipher_suites': ['Cipher suites', 'In the order of the client’s preference.'],
  'tls.cipher_suite': ['Cipher suite'],
  'tls.compression_methods': ['Compression methods'],
  'tls.compression_method': [
    'Compression method',
    '0: none. Compressing secrets together with what an attacker chooses gives them away.',
  ],
  'tls.extensions': ['Extensions'],
  'tls.extension': ['Extension'],
  'tls.extension.type': ['Extension type'],
  'tls.extension.data': ['Content of the extension'],
  'tls.grease': ['GREASE', 'A number reserved to be unknown: it keeps servers from choking on what they do not know.'],
  'tls.server_name': [
    'Server name (SNI)',
    'The name the client wants, in the clear: a server with many names has to know which certificate to show.',
  ],
  'tls.server_name.list': ['List of names'],
  'tls.server_name.type': ['Type of name'],
  'tls.server_name.host': ['Host name'],
  'tls.supported_groups': ['Supported groups', 'Curves on which the client can exchange keys.'],
  'tls.group': ['Group'],
  'tls.ec_point_formats': ['Point formats'],
  'tls.ec_point_format': ['Point format', '0: uncompressed.'],
  'tls.signature_algorithms': ['Signature algorithms', 'Signatures that the client can check.'],
  'tls.signature_scheme': ['Signature scheme'],
  'tls.application_layer_protocol_negotiation': ['ALPN', 'Which protocol will be spoken inside: HTTP/2 or HTTP/1.1.'],
  'tls.alpn': ['Protocols'],
  'tls.alpn.protocol': ['Protocol'],
  'tls.padding': ['Padding', 'Zeros, because some old servers hang on hellos of certain lengths.'],
  'tls.extended_master_secret': [
    'Extended master secret',
    'Binds the master secret to the whole handshake instead of to two random numbers.',
  ],
  'tls.session_ticket': ['Session ticket', 'Empty: “I would like one”. With content: “let us go on where we were”.'],
  'tls.session_ticket.ticket': ['Ticket'],
  'tls.status_request': [
    'Status request',
    'Asks for a word from the authority on whether the certificate has been revoked (OCSP).',
  ],
  'tls.signed_certificate_timestamp': [
    'Signed certificate timestamp',
    'Asks for proof that the certificate stands in public logs.',
  ],
  'tls.encrypt_then_mac': ['Encrypt-then-MAC', 'Only for old suites without AEAD.'],
  'tls.compress_certificate': [
    'Certificate compression',
    'Ways of compressing a certificate that the client can undo.',
  ],
  'tls.record_size_limit': ['Record size limit'],
  'tls.early_data': ['Early data', 'Data that goes along with the hello, before anyone has answered (0-RTT).'],
  'tls.post_handshake_auth': ['Authentication after the handshake'],
  'tls.signature_algorithms_cert': ['Signature algorithms in certificates'],
  'tls.application_settings': ['Application settings', 'An extension of browsers: settings of HTTP/2 that go along.'],
  'tls.pre_shared_key': [
    'Pre-shared key',
    'A ticket of an earlier session. It has to stand last, because its binder covers all before it.',
  ],
  'tls.pre_shared_key.identities': ['Identities'],
  'tls.pre_shared_key.identity': ['Ticket'],
  'tls.pre_shared_key.obfuscated_ticket_age': [
    'Obfuscated age',
    'Milliseconds since the ticket came, hidden by a number only the two know.',
  ],
  'tls.pre_shared_key.binders': ['Binders'],
  'tls.pre_shared_key.binder': [
    'Binder',
    'Proof of the key that belongs to the ticket, over this hello as far as here.',
  ],
  'tls.pre_shared_key.chosen': ['Chosen identity'],
  'tls.supported_versions': ['Supported versions', 'What is really on offer, or chosen.'],
  'tls.supported_version': ['Version'],
  'tls.cookie': ['Cookie', 'The client sends it back as it is, so that the server need not remember the first hello.'],
  'tls.cookie.value': ['Cookie'],
  'tls.psk_key_exchange_modes': ['PSK modes', 'psk_dhe_ke: even with a ticket the keys come from a fresh exchange.'],
  'tls.psk_key_exchange_mode': ['Mode'],
  'tls.key_share': ['Key share', 'The public half of a key made for this connection alone.'],
  'tls.key_share.entry': ['Share'],
  'tls.key_share.group': ['Group of the share'],
  'tls.key_share.key': ['Public key'],
  'tls.renegotiation_info': ['Renegotiation info', 'Empty in a first handshake.'],
  'tls.renegotiation_info.verify_data': ['Earlier Finished'],
  'tls.encrypted_client_hello': [
    'Encrypted ClientHello',
    'A second hello, sealed for the server, with the true name; or chance that looks like one.',
  ],
  'tls.certificate_request_context': ['Request context'],
  'tls.certificate_list': ['Certificates', 'The server’s own first, then those of the authorities above it.'],
  'tls.certificate': ['Certificate (DER)'],
  'tls.certificate_request': ['Request for a certificate'],
  'tls.curve_type': ['Curve type'],
  'tls.named_curve': ['Curve'],
  'tls.ecdh_public_key': ['Public key (point)'],
  'tls.encrypted_premaster_secret': [
    'Encrypted premaster secret',
    'Sealed with the server’s public key. Whoever ever gets the private key opens it, and every recording of it.',
  ],
  'tls.exchange_keys': ['Key exchange'],
  'tls.signature': ['Signature'],
  'tls.finished.verify_data': [
    'Verify data',
    'A check value over all messages so far. Capture tools without the key call it “Encrypted Handshake Message”.',
  ],
  'tls.ticket_lifetime': ['Lifetime in seconds'],
  'tls.ticket_age_add': ['Age add'],
  'tls.ticket_nonce': ['Ticket nonce'],
  'tls.ticket': [
    'Ticket',
    'Sealed with a key that only the server has: it remembers nobody, the client carries the memory.',
  ],
  'tls.key_update.request_update': ['Request', '1: the other side is to change its key as well.'],
  'tls.alert.level': ['Level'],
  'tls.alert.description': ['Alert'],
  'tls.change_cipher_spec': ['ChangeCipherSpec', 'The single byte 1.'],
  'tls.application_data': ['Application data'],
  'tls.unread': ['Not understood'],
};

/** `tls.cipher_suites.length` → `Cipher suites: length`. */
function name(field: string): string {
  const known = fields[field];
  if (known) return known[0];
  for (const [end, words] of [
    ['.length', 'length'],
    ['.list', 'list'],
    ['.extension', 'extension'],
  ] as const) {
    if (field.endsWith(end)) return `${name(field.slice(0, -end.length))}: ${words}`;
  }
  return field.replace('tls.', '').replaceAll('_', ' ');
}

function why(field: string): string {
  return fields[field]?.[1] ?? '';
}

export const tlsField = { fields, name, why };
