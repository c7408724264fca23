/** Why a path could not be saved; `stopped` is the reader's own wish, `changed` a new build on the server in between. */
export type SaveFaultKind = 'network' | 'full' | 'changed' | 'stopped';

export class SaveFault extends Error {
  override name = 'SaveFault';
  constructor(readonly kind: SaveFaultKind) {
    super(kind);
  }
}
