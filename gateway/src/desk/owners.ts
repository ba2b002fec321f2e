/** The owners' endpoints beside GraphQL, as the single desk asks them: each in the name of who asks, each on its own clock. */

/** What an owner said: its status and body, or nothing in time. */
export type OwnerAnswer = { readonly status: number; readonly body: unknown } | null;

/** Asks the owners for one request. */
export interface Owners {
  /** Names of the subgraphs that keep data. */
  readonly names: readonly string[];
  /** Aborted when who asks has gone. */
  readonly signal: AbortSignal;
  /** Codes of the agencies whose data a subgraph keeps. */
  agenciesOf(owner: string): readonly string[];
  /** Posts a body to an owner's endpoint. Never throws: silence is null. */
  post(owner: string, path: string, body: object): Promise<OwnerAnswer>;
}

/** Asks all owners the same at once. */
export async function askAll(
  owners: Owners,
  path: string,
  body: object,
): Promise<readonly { readonly owner: string; readonly answer: OwnerAnswer }[]> {
  return Promise.all(owners.names.map(async (owner) => ({ owner, answer: await owners.post(owner, path, body) })));
}
