/** The name of some bytes, as the front door names them: SHA-256 in base64url. */
export async function tagOf(bytes: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Lists carry the first 22 characters of it. */
export function isTag(listed: string, whole: string): boolean {
  return listed.length >= 22 && whole.startsWith(listed);
}
