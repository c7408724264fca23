import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { teachFrom } from '@/lib/curriculum/read-curriculum';
import { announcePublication } from '@/lib/server/announce-publication';
import { holdBuild } from '@/lib/server/build-holders';
import type { Builds } from '@/lib/server/builds';
import { FollowedPublication, type ReadAhead } from '@/lib/server/followed-publication';
import { keptContent } from '@/lib/server/keep-content';
import type { Log } from '@/lib/server/log';
import type { PackedBuild } from '@/lib/server/packed-build';
import type { PageStore } from '@/lib/server/page-store';
import type { Circle } from '@/lib/server/publication';
import { servedBuild } from '@/lib/server/served-build';

type Serving = { readonly builds: Builds; readonly hash: string; readonly circle?: Circle };

/**
 * The build that a process serves: the one it started with and, of later ones by the same code, the content. Next goes on running
 * from the first: by the same code it would answer the same.
 */
export class ServedHouse {
  #routes: readonly RegExp[] = [];
  #followed: FollowedPublication | undefined;
  /** What takes back the mark of the build that is served, when it is not the first. */
  #letGoLater: (() => Promise<void>) | undefined;

  private constructor(
    readonly serving: Serving,
    readonly store: PageStore,
    readonly log: Log,
    readonly buildId: string,
    readonly letGoFirst: () => Promise<void>,
  ) {}

  static async open(serving: Serving, store: PageStore, log: Log): Promise<ServedHouse> {
    const { builds, hash, circle } = serving;
    const letGo = await holdBuild(builds.of(hash), circle);
    const build = await servedBuild(builds, hash);
    const house = new ServedHouse(serving, store, log, build.buildId, letGo);
    teachFrom(keptContent(builds.of(hash)));
    house.#show(build);
    return house;
  }

  isRoute(path: string): boolean {
    return this.#routes.some((route) => route.test(path));
  }

  /** Publishes what it serves to those it belongs with, and follows what they publish. */
  follow(learning: Promise<unknown>): void {
    const { builds, circle, hash } = this.serving;
    if (!circle) return;
    const failed = (of: string, error: unknown) =>
      this.log.error({ err: error, build: of }, 'cannot serve what is published');
    this.#followed = new FollowedPublication({
      builds,
      circle,
      hash,
      readAhead: async (next) => {
        await learning;
        return this.#readAhead(next, circle);
      },
      failed,
    });
    announcePublication(builds, circle, hash).catch((error: unknown) => failed(hash, error));
  }

  keepUp(): void {
    if (this.#followed?.isAhead) this.#followed.look();
  }

  stopFollowing(): void {
    this.#followed?.close();
  }

  async letGo(): Promise<void> {
    await this.#letGoLater?.();
    await this.letGoFirst();
  }

  #show({ files, routes }: PackedBuild): void {
    this.store.replace(this.serving.builds.root, files);
    this.#routes = routes.map((route) => new RegExp(route));
  }

  /** Everything that changing over needs is read before: then it takes no time, and cannot fail half-way. */
  async #readAhead(hash: string, circle: Circle): Promise<ReadAhead> {
    const { builds, hash: first } = this.serving;
    const folder = builds.of(hash);
    const build = await servedBuild(builds, hash);
    await checkForms(builds.of(first), folder);
    const dirs = keptContent(folder);
    if (!dirs) throw new Error(`build ${hash} keeps no content: it was made by an earlier version`);
    const { learnAhead } = await import('@/lib/server/learning');
    const learn = await learnAhead(dirs);
    const letGo = await holdBuild(folder, circle, 'ready');
    const serve = () => {
      this.#show(build);
      learn();
      this.log.info({ build: hash }, 'serving what was published');
      void this.#mark(hash, circle, letGo);
    };
    // The first stays held: Next runs from it.
    const drop = () => void (hash === first ? holdBuild(folder, circle, 'kept') : letGo());
    return { serve, drop };
  }

  async #mark(hash: string, circle: Circle, letGo: () => Promise<void>): Promise<void> {
    const { builds, hash: first } = this.serving;
    const letGoBefore = this.#letGoLater;
    // The first stays held: Next runs from it.
    this.#letGoLater = hash === first ? undefined : letGo;
    await holdBuild(builds.of(first), circle, hash === first ? 'served' : 'kept');
    if (hash !== first) await holdBuild(builds.of(hash), circle);
    await letGoBefore?.();
  }
}

const actionsManifest = z.object({ node: z.record(z.string(), z.unknown()) });

/** Forms on the pages of a build name what they call by codes that follow from code and SECRET. With another SECRET, Next would not know them. */
async function checkForms(first: string, next: string): Promise<void> {
  const codes = async (folder: string) => {
    const text = await readFile(join(folder, 'server', 'server-reference-manifest.json'), 'utf8');
    return Object.keys(actionsManifest.parse(JSON.parse(text)).node)
      .sort()
      .join(' ');
  };
  if ((await codes(first)) !== (await codes(next)))
    throw new Error(
      'it was built with another SECRET than this process runs with: publish with the same settings, or restart',
    );
}
