import type { z } from 'zod';

type AnySchema = z.core.$ZodType;

/** The schema of what stands at `path`, as far as it can be told without the value: wrappers taken off, unions narrowed by their discriminator. */
export function schemaAt(schema: AnySchema, path: readonly PropertyKey[], value: unknown): AnySchema | undefined {
  let here: AnySchema | undefined = unwrapped(schema, value);
  let inside = value;
  for (const key of path) {
    if (!here) return undefined;
    inside = inside !== null && typeof inside === 'object' ? Reflect.get(inside, key) : undefined;
    const next = child(here, key);
    here = next && unwrapped(next, inside);
  }
  return here;
}

/** The keys an object at this schema may have. */
export function keysOf(schema: AnySchema | undefined): string[] {
  const def = schema && definition(schema);
  return def?.type === 'object' ? Object.keys(def.shape) : [];
}

/** The literal values a schema accepts; none when it is not a list of literals. */
export function literalsOf(schema: AnySchema | undefined): string[] {
  const def = schema && definition(unwrapped(schema, undefined) ?? schema);
  if (def?.type === 'enum') return Object.values(def.entries).map(String);
  if (def?.type === 'literal') return def.values.map(String);
  if (def?.type === 'union') return def.options.flatMap(literalsOf);
  return [];
}

/** The literals that tell the options of a union apart: `discriminators(questionSchema, 'kind')`. */
export function discriminators(schema: AnySchema | undefined, key: string): string[] {
  const def = schema && definition(schema);
  if (def?.type !== 'union') return [];
  return def.options.flatMap((option) => {
    const bare = unwrapped(option, undefined);
    return literalsOf(bare && child(bare, key));
  });
}

function child(schema: AnySchema, key: PropertyKey): AnySchema | undefined {
  const def = definition(schema);
  if (def.type === 'object') return def.shape[String(key)];
  if (def.type === 'array') return def.element;
  if (def.type === 'record') return def.valueType;
  return undefined;
}

function unwrapped(schema: AnySchema, value: unknown): AnySchema | undefined {
  const def = definition(schema);
  if ('innerType' in def) return unwrapped(def.innerType, value);
  // What an author writes goes in; a mere preparation has no shape of its own.
  if (def.type === 'pipe') return unwrapped(definition(def.in).type === 'transform' ? def.out : def.in, value);
  if (def.type === 'lazy') return unwrapped(def.getter(), value);
  if (def.type === 'union') {
    const fitting = def.options.find((option) => fits(option, value));
    return fitting ? unwrapped(fitting, value) : schema;
  }
  return schema;
}

/** Whether an option's literals agree with the value: the option an author was writing. */
function fits(option: AnySchema, value: unknown): boolean {
  const def = definition(option);
  if (def.type !== 'object' || value === null || typeof value !== 'object') return false;
  const discriminating = Object.entries(def.shape).filter(([, field]) => definition(field).type === 'literal');
  return (
    discriminating.length > 0 &&
    discriminating.every(([key, field]) => literalsOf(field).includes(String(Reflect.get(value, key))))
  );
}

/** zod's own description of a schema, the same for `zod` and `zod/mini`. */
function definition(schema: AnySchema): z.core.$ZodTypes['_zod']['def'] {
  // Every schema zod makes is one of $ZodTypes; the base type only does not say so.
  return (schema as z.core.$ZodTypes)._zod.def;
}
