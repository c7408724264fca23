/** A request as an echo tells it. Text holds one byte in each character. */
export type EchoedRequest = {
  readonly method: string;
  readonly target: string;
  readonly version: string;
  /** `line` counts from 1: a name may stand twice. */
  readonly fields: readonly { readonly line: number; readonly name: string; readonly value: string }[];
  /** Bytes in all, and bytes of content. */
  readonly size: number;
  readonly content: number;
};

/** Reads what the echo sent: a whole HTTP/1.1 request, which a server has understood already. */
export function readEcho(bytes: Uint8Array): EchoedRequest {
  const message = new TextDecoder('latin1').decode(bytes);
  const end = message.indexOf('\r\n\r\n');
  const head = end === -1 ? message : message.slice(0, end);
  const [first = '', ...lines] = head.split('\r\n');
  const [method = '', target = '', version = ''] = first.split(' ');
  const fields = lines.map((text, at) => {
    const colon = text.indexOf(':');
    return { line: at + 1, name: text.slice(0, colon), value: text.slice(colon + 1).trim() };
  });
  return { method, target, version, fields, size: bytes.length, content: end === -1 ? 0 : message.length - end - 4 };
}
