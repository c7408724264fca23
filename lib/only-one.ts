const SHARED = Symbol.for('handrail');

type Shared = Map<string, unknown>;

/**
 * The one `name` of this process. The front door and Next are two module graphs in one process
 * (a module-level `const` would exist twice), so what there must be one of (the pool, the writer, a cache) is kept here.
 */
export function onlyOne<T>(name: string, make: () => T): T {
  const holder = globalThis as { [SHARED]?: Shared };
  holder[SHARED] ??= new Map();
  const shared = holder[SHARED];
  if (!shared.has(name)) shared.set(name, make());
  return shared.get(name) as T;
}
