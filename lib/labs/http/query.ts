/** `a=1&b=%C3%A9` by name, the first of each; `+` is a space, as forms write it. What is not well escaped stays as it is. */
export function parseQuery(query: string | null): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const pair of (query ?? '').split('&').slice(0, 50)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = unescaped(equals === -1 ? pair : pair.slice(0, equals));
    if (!values.has(name)) values.set(name, equals === -1 ? '' : unescaped(pair.slice(equals + 1)));
  }
  return values;
}

function unescaped(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Not UTF-8, or a percent sign that escapes nothing: there is no other way to ask.
    return spaced;
  }
}
