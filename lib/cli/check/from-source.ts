/** Loads a module of our source by its address. */
type Source = (address: string) => Promise<unknown>;

let source: Source | undefined;

/** Says how source is loaded: code that V8 kept cannot import by itself. */
export function loadSourceWith(given: Source): void {
  source = given;
}

/** Loads a part of the check that its bundle left out (make-bundle.ts). */
export async function fromSource(address: string): Promise<unknown> {
  if (!source) throw new Error(`the bundle of the check was not told how to load ${address}`);
  return source(address);
}
