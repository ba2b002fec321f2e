/** Whether every answer that somebody got stands in the log, when processes are killed in the middle of it. */
import { withClient } from "@parcours/shared/database-roles";
import { Pool } from "undici";
import { discoverSubgraphs, spineOf } from "../../lib/discover-subgraphs.js";
import type { Detail } from "../../lib/progress.js";
import type { System } from "../../lib/supervisor/system.js";
import { graphQuestions } from "../caller/questions.js";

/** What came of it. */
export interface Survival {
  readonly lookUps: number;
  /** Answers that were received whole. */
  readonly answered: number;
  /** Whole answers without a row at an owner whose data they show. */
  readonly answersWithoutRow: number;
  /** Requests with a row whose answer never came or came without that owner. */
  readonly rowsWithoutAnswer: number;
  /** Requests that were in flight when the processes were killed. */
  readonly inFlightAtKills: number;
  readonly killed: readonly string[];
  readonly logRows: number;
}

const callersAtOnce = 16;

/** What was received, by owner: requests whose answer shows data of that owner, and those in whose answer the owner was not silent. */
interface Received {
  readonly shown: Set<string>;
  readonly told: Set<string>;
}

interface Tally {
  readonly byOwner: ReadonlyMap<string, Received>;
  /** Type of an entry → its owner. */
  readonly ownerOfType: ReadonlyMap<string, string>;
  readonly spine: string;
  answered: number;
  inFlight: number;
}

function newTally(): Tally {
  const subgraphs = discoverSubgraphs();
  const owners = subgraphs.map(({ name }): [string, Received] => [name, { shown: new Set(), told: new Set() }]);
  const types = subgraphs.flatMap(({ name, manifest }) =>
    manifest.entryTypes.map(({ type }): [string, string] => [type, name]),
  );
  return {
    byOwner: new Map(owners),
    ownerOfType: new Map(types),
    spine: spineOf(subgraphs).name,
    answered: 0,
    inFlight: 0,
  };
}

/** Looks callers up, killing one process after a third and another after two thirds. The supervisor brings them back. */
export async function surviveKills(
  system: System,
  phones: readonly string[],
  lookUps: number,
  detail: Detail,
): Promise<Survival> {
  const tally = newTally();
  const killed = ["coaching", "front-door"];
  const kills = [Math.floor(lookUps / 3), Math.floor((2 * lookUps) / 3)];
  let inFlightAtKills = 0;
  let next = 0;
  const url = new URL(system.gatewayUrl);
  const pool = new Pool(url.origin, { connections: callersAtOnce });
  const questions = graphQuestions(phones);
  const headers = { ...(await system.people.headers()), "content-type": "application/json" };
  const caller = async (): Promise<void> => {
    for (let index = next++; index < lookUps; index = next++) {
      const place = kills.indexOf(index);
      if (place >= 0) {
        inFlightAtKills += tally.inFlight;
        const pid = system.subgraphs[killed[place] ?? ""]?.pid;
        if (pid !== undefined) process.kill(pid, "SIGKILL");
      }
      if (index % 500 === 0) detail(`${index} of ${lookUps}`);
      await lookUp(pool, url.pathname, headers, questions[index % questions.length] ?? "", `bench-log-${index}`, tally);
    }
  };
  await Promise.all(Array.from({ length: callersAtOnce }, caller));
  await pool.close();
  return { lookUps, answered: tally.answered, inFlightAtKills, killed, ...(await compareWithLogs(system, tally)) };
}

async function lookUp(
  pool: Pool,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  requestId: string,
  tally: Tally,
): Promise<void> {
  tally.inFlight += 1;
  try {
    const response = await pool.request({
      path,
      method: "POST",
      headers: { ...headers, "x-request-id": requestId },
      body,
    });
    const answer = (await response.body.json()) as AnswerShape;
    note(tally, requestId, answer);
  } catch {
    // An answer that never came shows nobody anything.
  } finally {
    tally.inFlight -= 1;
  }
}

interface AnswerShape {
  readonly data?: { readonly caller?: CallerShape | null } | null;
  readonly errors?: readonly { readonly extensions?: { readonly serviceName?: string } }[];
}
interface CallerShape {
  readonly entrepreneur?: {
    readonly timeline?: { readonly edges: readonly { readonly node: EntryShape | null }[] } | null;
  } | null;
  readonly candidates?: readonly unknown[] | null;
}
interface EntryShape {
  readonly __typename: string;
  readonly label: string | null;
}

/** Whose data an answer shows: the spine's where it names somebody, an owner's where an entry has the label that only its owner tells. */
function note(tally: Tally, requestId: string, { data, errors = [] }: AnswerShape): void {
  const silent = new Set(errors.map(({ extensions }) => extensions?.serviceName));
  for (const [owner, { told }] of tally.byOwner) if (!silent.has(owner)) told.add(requestId);
  const { entrepreneur, candidates } = data?.caller ?? {};
  if (entrepreneur || candidates?.length) tally.byOwner.get(tally.spine)?.shown.add(requestId);
  for (const { node } of entrepreneur?.timeline?.edges ?? []) {
    const owner = node?.label == null ? undefined : tally.ownerOfType.get(node.__typename);
    if (owner !== undefined) tally.byOwner.get(owner)?.shown.add(requestId);
  }
  if (errors.length === 0) tally.answered += 1;
}

async function compareWithLogs(
  system: System,
  { byOwner }: Tally,
): Promise<Pick<Survival, "answersWithoutRow" | "rowsWithoutAnswer" | "logRows">> {
  let [answersWithoutRow, rowsWithoutAnswer, logRows] = [0, 0, 0];
  for (const [owner, { shown, told }] of byOwner) {
    const { logged, rows } = await loggedRequests(system.ownerUrl(owner));
    logRows += rows;
    answersWithoutRow += [...shown].filter((request) => !logged.has(request)).length;
    rowsWithoutAnswer += [...logged].filter((request) => !told.has(request)).length;
  }
  return { answersWithoutRow, rowsWithoutAnswer, logRows };
}

async function loggedRequests(
  ownerUrl: string,
): Promise<{ readonly logged: ReadonlySet<string>; readonly rows: number }> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ request_id: string; rows: number }>(
      "select request_id, count(*)::int as rows from access_log where request_id like 'bench-log-%' group by request_id",
    );
    return { logged: new Set(rows.map((row) => row.request_id)), rows: rows.reduce((sum, row) => sum + row.rows, 0) };
  });
}
