import { createHash } from 'node:crypto';

/** JSON whose keys are sorted, so that equal values have equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function digest(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex').slice(0, 16);
}

/** The version of a question or task: the hash of what is shown. The same words have the same version, whatever their key. */
export function versionOf(publicForm: object): string {
  return digest(publicForm);
}

/** Equal when two secret forms are equal: tells whether a key was revised. */
export function keyDigest(secretForm: object): string {
  return digest(secretForm);
}
