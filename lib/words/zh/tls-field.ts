import type { tlsField as en } from '@/lib/words/en/tls-field';

const fields: Readonly<Record<string, readonly [name: string, why?: string]>> = {
  'tls.record.type': [
    '内容类型',
    '握手、警报、ChangeCipherSpec或数据。在TLS 1.3的密钥下一律写成数据，真正的类型在里面。',
  ],
  'tls.record.version': ['记录版本', '写1.2，第一条写1.0：路上的旧设备要看。没有人凭它做决定。'],
  'tls.record.length': ['记录长度', '后面的字节数；内容最多2¹⁴，再加保护带来的那些。'],
  'tls.record.fragment': ['记录内容'],
  'tls.record.explicit_nonce': ['显式nonce', 'TLS 1.2的GCM里，随记录一起走的那一半nonce。'],
  'tls.record.encrypted': ['密文', '没有密钥的人只看得到它有多长。'],
  'tls.record.tag': ['认证标签', '内容、记录首部、密钥、序号，任何一位变了它都会变。'],
  'tls.handshake.type': ['消息类型'],
  'tls.handshake.body': ['消息', '长度不算最前面这四个字节。'],
  'tls.handshake.piece': ['消息的一段', '其余在别的记录里。'],
  'tls.legacy_version': ['旧版本字段', 'TLS 1.3在这里也写1.2；真正的版本在supported_versions里。'],
  'tls.random': ['随机数', '32字节的随机，使这次握手与别的都不同。它不是秘密：路上谁都看得到。'],
  'tls.session_id': ['会话ID', '在TLS 1.3里只是给旧设备看的回声；在1.2里表示恢复旧会话。'],
  'tls.cipher_suites': ['密码套件', '按客户端的偏好排列。'],
  'tls.cipher_suite': ['密码套件'],
  'tls.compression_methods': ['压缩方法'],
  'tls.compression_method': ['压缩方法', '0：不压缩。把秘密和攻击者选的内容一起压缩，会泄露秘密。'],
  'tls.extensions': ['扩展'],
  'tls.extension': ['扩展'],
  'tls.extension.type': ['扩展类型'],
  'tls.extension.data': ['扩展内容'],
  'tls.grease': ['GREASE', '专门保留、谁也不认识的数：让服务器习惯不认识的东西。'],
  'tls.server_name': ['服务器名（SNI）', '客户端要找的名字，明文：一台服务器有许多名字，得知道该出示哪张证书。'],
  'tls.server_name.list': ['名字列表'],
  'tls.server_name.type': ['名字类型'],
  'tls.server_name.host': ['主机名'],
  'tls.supported_groups': ['支持的群', '客户端能在哪些曲线上交换密钥。'],
  'tls.group': ['群'],
  'tls.ec_point_formats': ['点的格式'],
  'tls.ec_point_format': ['点的格式', '0：不压缩。'],
  'tls.signature_algorithms': ['签名算法', '客户端会检查的签名。'],
  'tls.signature_scheme': ['签名方案'],
  'tls.application_layer_protocol_negotiation': ['ALPN', '里面将说哪种协议：HTTP/2还是HTTP/1.1。'],
  'tls.alpn': ['协议'],
  'tls.alpn.protocol': ['协议'],
  'tls.padding': ['填充', '一串零，因为有些旧服务器遇到某些长度的hello会卡住。'],
  'tls.extended_master_secret': ['扩展主密钥', '让主密钥绑定整个握手，而不只是两个随机数。'],
  'tls.session_ticket': ['会话票据', '空的：“我想要一张”。有内容：“接着上次来”。'],
  'tls.session_ticket.ticket': ['票据'],
  'tls.status_request': ['状态查询', '请服务器捎上签发机构的话：证书有没有被吊销（OCSP）。'],
  'tls.signed_certificate_timestamp': ['签名证书时间戳', '请对方证明证书记在公开的日志里。'],
  'tls.encrypt_then_mac': ['先加密后MAC', '只对没有AEAD的旧套件有用。'],
  'tls.compress_certificate': ['证书压缩', '客户端会解的证书压缩方式。'],
  'tls.record_size_limit': ['记录长度上限'],
  'tls.early_data': ['早期数据', '跟着hello一起走、不等任何回答的数据（0-RTT）。'],
  'tls.post_handshake_auth': ['握手之后的认证'],
  'tls.signature_algorithms_cert': ['证书里的签名算法'],
  'tls.application_settings': ['应用设置', '浏览器的扩展：一并带去的HTTP/2设置。'],
  'tls.pre_shared_key': ['预共享密钥', '先前会话的票据。它必须在最后，因为binder覆盖前面的一切。'],
  'tls.pre_shared_key.identities': ['身份'],
  'tls.pre_shared_key.identity': ['票据'],
  'tls.pre_shared_key.obfuscated_ticket_age': ['混淆后的年龄', '拿到票据后的毫秒数，用一个只有双方知道的数遮住。'],
  'tls.pre_shared_key.binders': ['binder列表'],
  'tls.pre_shared_key.binder': ['binder', '证明手里有票据对应的密钥，覆盖这个hello到此为止。'],
  'tls.pre_shared_key.chosen': ['选中的身份'],
  'tls.supported_versions': ['支持的版本', '真正提议或选定的版本。'],
  'tls.supported_version': ['版本'],
  'tls.cookie': ['cookie', '客户端原样送回，服务器就不必记住第一个hello。'],
  'tls.cookie.value': ['cookie'],
  'tls.psk_key_exchange_modes': ['PSK模式', 'psk_dhe_ke：有票据也要做一次新的密钥交换。'],
  'tls.psk_key_exchange_mode': ['模式'],
  'tls.key_share': ['密钥份额', '只为这次连接做的密钥的公开那一半。'],
  'tls.key_share.entry': ['份额'],
  'tls.key_share.group': ['份额所在的群'],
  'tls.key_share.key': ['公钥'],
  'tls.renegotiation_info': ['重协商信息', '第一次握手时为空。'],
  'tls.renegotiation_info.verify_data': ['先前的Finished'],
  'tls.encrypted_client_hello': [
    '加密的ClientHello',
    '另一个封给服务器的hello，里面才是真名；也可能只是看起来像它的随机数。',
  ],
  'tls.certificate_request_context': ['请求上下文'],
  'tls.certificate_list': ['证书列表', '先是服务器自己的，再是上面各级机构的。'],
  'tls.certificate': ['证书（DER）'],
  'tls.certificate_request': ['索要证书'],
  'tls.curve_type': ['曲线类型'],
  'tls.named_curve': ['曲线'],
  'tls.ecdh_public_key': ['公钥（点）'],
  'tls.encrypted_premaster_secret': [
    '加密的预主密钥',
    '用服务器的公钥封住。谁哪天拿到私钥，谁就能打开它，连同从前录下的一切。',
  ],
  'tls.exchange_keys': ['密钥交换'],
  'tls.signature': ['签名'],
  'tls.finished.verify_data': [
    '校验值',
    '对之前所有消息的校验。没有密钥的抓包工具称它为“Encrypted Handshake Message”。',
  ],
  'tls.ticket_lifetime': ['有效期（秒）'],
  'tls.ticket_age_add': ['年龄加数'],
  'tls.ticket_nonce': ['票据nonce'],
  'tls.ticket': ['票据', '用只有服务器才有的密钥封住：服务器谁也不记，记忆由客户端带着。'],
  'tls.key_update.request_update': ['请求', '1：也请对方换密钥。'],
  'tls.alert.level': ['级别'],
  'tls.alert.description': ['警报'],
  'tls.change_cipher_spec': ['ChangeCipherSpec', '单独一个字节1。'],
  'tls.application_data': ['应用数据'],
  'tls.unread': ['读不懂'],
};

function name(field: string): string {
  const known = fields[field];
  if (known) return known[0];
  for (const [end, words] of [
    ['.length', '长度'],
    ['.list', '列表'],
    ['.extension', '扩展'],
  ] as const) {
    if (field.endsWith(end)) return `${name(field.slice(0, -end.length))}：${words}`;
  }
  return field.replace('tls.', '').replaceAll('_', ' ');
}

function why(field: string): string {
  return fields[field]?.[1] ?? '';
}

export const tlsField: typeof en = { fields, name, why };
