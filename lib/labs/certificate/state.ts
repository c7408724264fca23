import type { Certificate } from './certificate';
import type { CertificationRequest } from './certification-request';
import type { CheckName } from './check';
import { issue, type Made, makeRequest, publish } from './issue';
import { pathsFrom } from './path';
import { type KeyName, type ListRecipe, type Recipe, type RequestRecipe, timeOf } from './recipe';
import type { RevocationList } from './revocation-list';
import type { CertificateSetup, Server } from './setup';
import { type Verdict, verifyParsed } from './verify-chain';

/** What a learner said of a server, and what was so at that moment. */
export type Judgement = {
  readonly server: string;
  readonly answer: 'accept' | 'refuse';
  readonly check: CheckName | null;
  readonly right: boolean;
};

/** The whole lab. Certificates are kept as recipes: their bytes follow, and are made when somebody looks at them. */
export type CertificateState = {
  readonly setup: CertificateSetup;
  readonly seed: number;
  /** The clock, in milliseconds since 1970 in UTC. */
  readonly now: number;
  readonly certificates: readonly Recipe[];
  /** How many of them were there from the start; the learner made the others. */
  readonly given: number;
  /** Requests that were made, answered or not. */
  readonly requests: readonly RequestRecipe[];
  /** The keys that the learner made. */
  readonly keys: readonly KeyName[];
  readonly trusted: readonly string[];
  readonly lists: readonly ListRecipe[];
  readonly servers: readonly Server[];
  /** The id of the one that is visited; none while there is no server. */
  readonly server: string | null;
  /** By server: the checks that were run on what it presents. */
  readonly asked: Readonly<Record<string, readonly CheckName[]>>;
  readonly judgements: readonly Judgement[];
  /** How many actions have had an effect: for the name of the step one has reached. */
  readonly deeds: number;
};

export function start(setup: CertificateSetup, seed: number): CertificateState {
  const first = setup.servers[0];
  return {
    setup,
    seed,
    now: timeOf(first?.at ?? setup.at),
    certificates: setup.certificates,
    given: setup.certificates.length,
    requests: setup.requests ?? [],
    keys: [],
    trusted: setup.trusted,
    lists: setup.lists,
    servers: setup.servers,
    server: first?.id ?? null,
    asked: {},
    judgements: [],
    deeds: 0,
  };
}

export function serverOf(state: CertificateState, id: string | null = state.server): Server | undefined {
  return state.servers.find((server) => server.id === id);
}

export function recipeOf(state: CertificateState, id: string): Recipe | undefined {
  return state.certificates.find((recipe) => recipe.id === id);
}

/** The bytes of the certificate with this id, and what they say. */
export function madeOf(state: CertificateState, id: string): Made<Certificate> | undefined {
  const recipe = recipeOf(state, id);
  return recipe && issue(recipe, state.certificates);
}

export function requestOf(state: CertificateState, id: string): RequestRecipe | undefined {
  return state.requests.find((request) => request.id === id);
}

/** The bytes of the request with this id, and what they say. */
export function madeRequestOf(state: CertificateState, id: string): Made<CertificationRequest> | undefined {
  const request = requestOf(state, id);
  return request && makeRequest(request);
}

/** Every list that was published. */
export function listsOf(state: CertificateState): Made<RevocationList>[] {
  return state.lists.flatMap((list) => publish(list, state.certificates) ?? []);
}

/** What all checks say of a server's chain, for a name and a time; by default for what stands in the address bar, now. */
export function verdictOn(
  state: CertificateState,
  server: Server,
  { name = server.name, at = timeAt(state, server) }: { name?: string; at?: number } = {},
): Verdict {
  const { presents } = server;
  const made = (ids: readonly string[]) => ids.flatMap((id) => madeOf(state, id) ?? []);
  return verifyParsed({
    presented: made(presents).map(({ read }) => read),
    trusted: made(state.trusted).flatMap(({ read }) => (read.kind === 'read' ? [read.value] : [])),
    lists: listsOf(state).flatMap(({ read }) => (read.kind === 'read' ? [read.value] : [])),
    at,
    name,
    revocation: state.setup.revocation,
  });
}

/** The certificates from a server's own upwards: where there is one way alone, without looking at a single signature. */
export function pathOf(state: CertificateState, server: Server): readonly Certificate[] {
  const read = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const made = madeOf(state, id)?.read;
      return made?.kind === 'read' ? [made.value] : [];
    });
  const [first, ...others] = server.presents;
  const [leaf] = read(first === undefined ? [] : [first]);
  if (!leaf) return [];
  const [only, ...more] = pathsFrom(leaf, read(others), read(state.trusted));
  return only && more.length === 0 ? only.certificates : verdictOn(state, server).path;
}

/** When a server is, or would be, visited: its own time as long as nobody has set the clock. */
function timeAt(state: CertificateState, server: Server): number {
  return server.id === state.server ? state.now : server.at ? timeOf(server.at) : state.now;
}
