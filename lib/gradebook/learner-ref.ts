/** `3f2b9c1da0`…: the beginning of a learner's id, in base64url: 60 of its 128 bits, enough to tell the learners of one class apart. */
const length = 10;
const form = new RegExp(`^[A-Za-z0-9_-]{${length}}$`);

/** A learner's id as short as a cell of the gradebook can say it. */
export function learnerRef(learnerId: string): string {
  return Buffer.from(learnerId.replaceAll('-', ''), 'hex').toString('base64url').slice(0, length);
}

/** The first and the last id that are said like this; undefined when nothing is. */
export function idsOfRef(ref: string): { readonly first: string; readonly last: string } | undefined {
  if (!form.test(ref)) return undefined;
  // 22 characters hold 132 bits: the last four are none of the id.
  const hex = (fill: string) => Buffer.from(ref.padEnd(22, fill), 'base64url').subarray(0, 16).toString('hex');
  return { first: asUuid(hex('A')), last: asUuid(hex('_')) };
}

function asUuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
