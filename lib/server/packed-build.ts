import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const packedFile = z.object({
  type: z.string(),
  /** The first half of a strong ETag; the packing is the other half. */
  tag: z.string(),
  /** Never changes under this address: a file of `/_next/static`. */
  immutable: z.boolean(),
  /** Hashes of a page's inline scripts; absent for what is not a page. */
  scripts: z.array(z.string()).optional(),
  /** Addresses of the stylesheets a page waits for. */
  styles: z.array(z.string()).optional(),
  /** Where the bytes lie, from the folder of builds. A packing that saves nothing is left out. */
  files: z.object({ identity: z.string(), br: z.string().optional(), gzip: z.string().optional() }),
});

const packedBuild = z.object({
  /** Of code, lock file and content; the name of the build's folder. */
  hash: z.string(),
  /** Of code and lock file: the id that Next bakes into its pages. */
  buildId: z.string(),
  files: z.record(z.string(), packedFile),
  /** Addresses that Next answers, as regular expressions. Whatever is neither here nor above does not exist. */
  routes: z.array(z.string()),
});

/** One address's bytes, ready to be sent. */
export type PackedFile = z.infer<typeof packedFile>;

/** A finished build as the front door sees it: everything that is the same for everybody, and what to ask Next for. */
export type PackedBuild = z.infer<typeof packedBuild>;

export const PACKED_BUILD = 'door.json';

export async function readPackedBuild(folder: string): Promise<PackedBuild> {
  return packedBuild.parse(JSON.parse(await readFile(join(folder, PACKED_BUILD), 'utf8')));
}
