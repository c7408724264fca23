import type { CertificateEvent } from '@/lib/labs/certificate/event';
import { publish } from '@/lib/labs/certificate/issue';
import type { ShapeName } from '@/lib/labs/certificate/shapes';
import { type CertificateState, madeOf, madeRequestOf, serverOf } from '@/lib/labs/certificate/state';

/** Something of the lab that has bytes. Its place in the list is what is pointed at. */
export type CertificateObject = {
  readonly shape: ShapeName;
  /** Of a certificate or a request its id, of a list its issuer's. */
  readonly id: string;
  /** Made when somebody looks at them. */
  readonly bytes: () => Uint8Array | undefined;
};

/** All certificates, then the requests, then the lists. */
export function objectsOf(state: CertificateState): readonly CertificateObject[] {
  return [
    ...state.certificates.map(
      ({ id }) => ({ shape: 'certificate', id, bytes: () => madeOf(state, id)?.bytes }) as const,
    ),
    ...state.requests.map(
      ({ id }) => ({ shape: 'certificationRequest', id, bytes: () => madeRequestOf(state, id)?.bytes }) as const,
    ),
    ...state.lists.map(
      (list) =>
        ({ shape: 'revocationList', id: list.issuer, bytes: () => publish(list, state.certificates)?.bytes }) as const,
    ),
  ];
}

export function placeOf(objects: readonly CertificateObject[], shape: ShapeName, id: string | undefined): number {
  return objects.findIndex((object) => object.shape === shape && object.id === id);
}

/** What a step was about: the object it made or changed, with the byte; else what the server presents first. */
export function subjectOf(
  state: CertificateState,
  objects: readonly CertificateObject[],
  events: readonly CertificateEvent[],
): { object: number; byte: number } {
  const last = events.at(-1);
  const at = (object: number, byte = 0) => ({ object, byte });
  switch (last?.kind) {
    case 'requested':
      return at(placeOf(objects, 'certificationRequest', last.request));
    case 'issued':
    case 'request-signed':
      return at(placeOf(objects, 'certificate', last.certificate));
    case 'revoked':
      return at(placeOf(objects, 'revocationList', last.issuer));
    case 'byte-changed':
      return at(
        Math.max(
          placeOf(objects, 'certificate', last.certificate),
          placeOf(objects, 'certificationRequest', last.certificate),
        ),
        last.at,
      );
    default:
      return at(Math.max(placeOf(objects, 'certificate', serverOf(state)?.presents[0]), 0));
  }
}
