import { type RequestRecipe, requestSchema } from './recipe';

/** Requests as people make them, and some that no authority may take. `holds` is what was meant; OpenSSL judges it too. */
export const testRequests: readonly { name: string; recipe: RequestRecipe; holds: boolean }[] = [
  request('of a shop', { subject: 'shop.example', names: ['shop.example', 'www.shop.example'] }),
  request('with a whole name', {
    subject: 'shop.example',
    organization: '城门银行',
    country: 'XX',
    names: ['shop.example'],
  }),
  request('that asks for nothing but a name', { subject: 'shop.example' }),
  request('without a subject', { names: ['shop.example', '192.0.2.7', '2001:db8::7', '*.shop.example'] }),
  request('to be an authority', { subject: 'My Authority', authority: true }),
  request('with an RSA key', { subject: 'shop.example', key: 'rsa-server-b', names: ['shop.example'] }),
  request('with an RSA key, over SHA-384', { subject: 'shop.example', key: 'rsa-server-b', digest: 'sha384' }),
  request('with a key of one’s own', { subject: 'shop.example', key: 'own-shop', names: ['shop.example'] }),
  request(
    'with someone else’s public key',
    { subject: 'bank.example', key: 'p256-server-a', signer: 'own-shop' },
    false,
  ),
  request(
    'with someone else’s RSA key',
    { subject: 'bank.example', key: 'rsa-server-a', signer: 'rsa-server-b' },
    false,
  ),
  request('with an RSA key, signed by one on P-256', { subject: 'a', key: 'rsa-server-a', signer: 'own-shop' }, false),
  // Byte 20 is within the subject.
  request('of which a byte was changed', { subject: 'shop.example', changed: [{ at: 24, to: 0x41 }] }, false),
];

function request(name: string, recipe: Record<string, unknown>, holds = true) {
  return { name, holds, recipe: requestSchema.parse({ id: 'request', key: 'p256-learner-a', ...recipe }) };
}
