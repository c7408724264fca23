import type { Waiting } from './outbox';

/** Hands the answers out as a file that a person can keep, and a program can read. */
export function saveUnsent(answers: readonly Waiting[]): void {
  const sent = answers.map(({ key, id, item, version, response, answeredAt, draw, sitting, assignment, refused }) => ({
    id,
    item,
    version,
    response,
    seq: key,
    answeredAt,
    draw,
    sitting,
    assignment,
    ...(refused?.status === 'rejected' ? { refused: refused.code } : {}),
  }));
  const text = JSON.stringify({ format: 'handrail-unsent-1', answers: sent }, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = 'handrail-unsent-answers.json';
  link.click();
  // The browser has taken hold of the file by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
