import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { type Manifest, manifestSchema } from '@/lib/db/backup/manifest';
import { END_OF_TAR, HEADER_BYTES, paddingAfter, readTarHeader, tarHeader } from '@/lib/db/backup/tar-entry';
import { StartFault } from '@/lib/db/start-fault';

/*
 * An archive is a tar file of gzipped pieces (`attempt.000001.copy.gz` …; any tar program opens it) with manifest.json
 * last, followed by one line that names the sha256 of everything before it. That line makes every byte count, the
 * padding included, and is checked before a restore writes anything.
 */
const SEAL = 'handrail backup, sha256 ';
const SEAL_BYTES = SEAL.length + 64 + 1;
const MANIFEST = 'manifest.json';

export interface ArchiveWriter {
  add(name: string, bytes: Buffer): Promise<void>;
  /** Adds the manifest, seals the file and gives it its name; until then it is called `….part`. */
  finish(manifest: Manifest): Promise<void>;
  abandon(): Promise<void>;
}

/** Begins an archive. Others must not read it: it holds password hashes. */
export async function writeArchive(file: string): Promise<ArchiveWriter> {
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : error;
    throw new StartFault(`${file} cannot be written (${reason}).`, 'Name a file in a folder you may write to.');
  });
  const digest = createHash('sha256');
  const write = async (bytes: Buffer): Promise<void> => {
    digest.update(bytes);
    await handle.appendFile(bytes);
  };
  const add = async (name: string, bytes: Buffer): Promise<void> => {
    await write(tarHeader(name, bytes.length));
    await write(bytes);
    await write(Buffer.alloc(paddingAfter(bytes.length)));
  };
  return {
    add,
    finish: async (manifest) => {
      await add(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
      await write(END_OF_TAR);
      await handle.appendFile(`${SEAL}${digest.digest('hex')}\n`);
      await handle.sync();
      await handle.close();
      await rename(part, file);
    },
    abandon: async () => {
      await handle.close().catch(() => {});
      await rm(part, { force: true });
    },
  };
}

/** Reads an archive from end to end, compares every byte with its seal, and returns its manifest. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const handle = await openToRead(file);
  try {
    const sealed = (await handle.stat()).size - SEAL_BYTES;
    const seal = sealed > 0 ? (await readBytes(handle, sealed, SEAL_BYTES)).toString('latin1') : '';
    if (!seal.startsWith(SEAL))
      throw corrupt(file, 'it does not end with a backup’s seal, so it is cut off or something else');
    const digest = await digestOf(handle, sealed);
    if (seal !== `${SEAL}${digest.digest('hex')}\n`) throw corrupt(file, 'its bytes do not fit its sha256');
  } finally {
    await handle.close();
  }
  for await (const { name, bytes } of readEntries(file)) if (name === MANIFEST) return readManifest(bytes, file);
  throw corrupt(file, 'it has no manifest');
}

export interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The archive's entries, in order; each is small enough to hold. */
export async function* readEntries(file: string): AsyncGenerator<Entry> {
  const handle = await openToRead(file);
  try {
    let at = 0;
    for (;;) {
      const header = readTarHeader(await readBytes(handle, at, HEADER_BYTES));
      if (!header) return;
      yield { name: header.name, bytes: await readBytes(handle, at + HEADER_BYTES, header.size) };
      at += HEADER_BYTES + header.size + paddingAfter(header.size);
    }
  } finally {
    await handle.close();
  }
}

function readManifest(bytes: Buffer, file: string): Manifest {
  const found: unknown = JSON.parse(bytes.toString('utf8'));
  const parsed = manifestSchema.safeParse(found);
  if (parsed.success) return parsed.data;
  throw new StartFault(
    `${file} is a backup of a form this Handrail does not know (${parsed.error.issues[0]?.path.join('.')}).`,
    'Restore it with the version that took it, or a later one.',
  );
}

function corrupt(file: string, why: string): StartFault {
  return new StartFault(`${file} is not a whole backup: ${why}.`, 'Nothing was written. Use another copy of it.');
}

async function openToRead(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'r');
  } catch (error) {
    throw new StartFault(
      `${file} cannot be read (${error instanceof Error ? error.message : error}).`,
      'Name a file that `handrail backup` wrote.',
      { cause: error },
    );
  }
}

async function readBytes(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
  if (bytesRead < length) throw new Error(`the archive ends at byte ${at + bytesRead}, in the middle of an entry`);
  return buffer;
}

async function digestOf(handle: FileHandle, end: number): Promise<Hash> {
  const digest = createHash('sha256');
  const step = 2 ** 20;
  for (let at = 0; at < end; at += step) digest.update(await readBytes(handle, at, Math.min(step, end - at)));
  return digest;
}
