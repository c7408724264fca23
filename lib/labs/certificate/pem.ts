/** The text form of RFC 7468: base64 in lines of 64 between two labels. */
export function pemText(label: 'CERTIFICATE' | 'X509 CRL', bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const lines = btoa(binary).replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}
