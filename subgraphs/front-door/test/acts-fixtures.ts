import { statement, type Database } from "@parcours/shared/database";
import { FeedProducer } from "@parcours/shared/feed/feed-producer";
import { policyTargetFor } from "@parcours/shared/feed/policy-target";
import type { SubgraphUnderTest } from "@parcours/shared/testing/run-operation";
import type { Reader } from "@parcours/shared/visibility/reader";
import { readPolicy } from "./fixtures.js";

export const asPerson = (entrepreneurId: string): Reader => ({
  role: "ENTREPRENEUR",
  entrepreneurId,
  purpose: "OWN_PATH",
});
export const asCoach = (staffId: string, part: Partial<Reader> = {}): Reader => ({
  role: "COACH",
  agency: "HUB",
  staffId,
  purpose: "COACHING",
  caseReference: "coaching-1",
  ...part,
});
export const inEmergency = (reader: Reader): Reader => ({ ...reader, purpose: "EMERGENCY", caseReference: "call-9" });
export const anOfficer: Reader = {
  role: "DATA_PROTECTION_OFFICER",
  agency: "1819",
  staffId: "dpo",
  purpose: "DATA_PROTECTION",
  caseReference: "request-1",
};

/** What a mutation answers beside its entity. */
export interface Payload {
  readonly errors: readonly { readonly code: string; readonly message: string; readonly path: readonly string[] }[];
  readonly [field: string]: unknown;
}

/** Runs one mutation; answers its payload, or the code of the error that stands instead of it. */
export async function act(
  subgraph: SubgraphUnderTest,
  reader: Reader,
  [name, inputType, selection]: readonly [name: string, inputType: string, selection: string],
  input: object,
): Promise<Payload> {
  const query = `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${selection} errors { code message path } } }`;
  const answer = await subgraph.run(query, { input }, { reader, language: "EN" });
  const payload = (answer.data as Record<string, Payload | null> | undefined)?.[name];
  const refused = (answer.errors ?? []).map(({ extensions, message }) => {
    const code = extensions?.["code"];
    return typeof code === "string" ? code : message;
  });
  if (payload) return { ...payload, refused };
  return { errors: refused.map((code) => ({ code, message: "", path: [] })) };
}

/** The codes of what was wrong. */
export const codesOf = ({ errors }: Payload): string[] => errors.map(({ code }) => code);

/** How many rows a table has. */
export async function rowsOf(database: Database, table: string): Promise<number> {
  const [row] = await database.query<{ rows: string }>(statement(`select count(*) as rows from ${table}`));
  return Number(row?.rows);
}

/** Follows the policy as some subgraphs do, and applies it to this very database, until it is stopped. */
export function followAs(database: Database, names: readonly string[]): { stop(): Promise<void> } {
  const [producer, target] = [
    new FeedProducer(database),
    policyTargetFor("front-door", new Map([["front-door", new Set(["1819", "HUB"])]])),
  ];
  let isRunning = true;
  const running = (async () => {
    let [after, epoch] = [0, null as string | null];
    while (isRunning) {
      const pages = await Promise.all(
        names.map((name) => producer.page("POLICY", after, 40, undefined, { name, epoch })),
      );
      const [page] = pages;
      if (!page) return;
      await target.apply(database, page.rows, { producer: "front-door", generation: 1 });
      await readPolicy(database);
      epoch = page.epoch;
      after = page.rows.at(-1)?.position ?? after;
    }
  })();
  return {
    async stop() {
      isRunning = false;
      await running;
    },
  };
}
