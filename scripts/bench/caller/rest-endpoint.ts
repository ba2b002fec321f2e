/**
 * The reference: what one team would write by hand for this one question over one database. `node:http`, `pg`, prepared statements, no
 * framework, no sign-in, no log. Answers `POST /caller { phone }` with the fields of `gateway/examples/caller.graphql`, in their shape.
 * A process of its own, started by `reference.ts` only.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brusselsDate, isActive } from "@parcours/shared/periods";
import { parsePhone } from "@parcours/shared/phone";
import pg from "pg";
import {
  readCandidates,
  readMandates,
  readPerson,
  readPresence,
  readSupports,
  readTimeline,
  rowsOf,
  whoCalls,
  type CallerRow,
  type EntryRow,
  type MandateRow,
  type PresenceRow,
} from "./rest-queries.js";

/** As many entries as our query asks for; one more tells whether there are others. */
const page = { timeline: 10, supports: 5, candidates: 20 };

const kindLabels = JSON.parse(process.env["KIND_LABELS"] ?? "{}") as Record<string, string>;
// As our subgraphs do: days stay text, and connections stay with what they have prepared.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
// As ours does: without it most statements are planned at every execution.
const planOnce = "-c plan_cache_mode=force_generic_plan";
const pool = new pg.Pool({
  connectionString: process.env["DATABASE_URL"],
  max: 10,
  idleTimeoutMillis: 0,
  options: planOnce,
});

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    send(response, 500, { error: "INTERNAL" });
  });
});
process.on("disconnect", () => process.exit(0));
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "POST" || request.url !== "/caller") return send(response, 404, { error: "NOT_FOUND" });
  const { phone } = JSON.parse(await textOf(request)) as { phone?: string };
  const read = parsePhone(phone ?? "");
  if (read.kind === "INVALID") return send(response, 400, { error: "PHONE_INVALID" });
  return send(response, 200, { caller: read.kind === "E164" ? await find(read.e164) : nobody });
}

const nobody = { outcome: "NONE", entrepreneur: null, candidates: [], more: false };

async function find(phone: string): Promise<object> {
  const today = brusselsDate(new Date());
  const found = await rowsOf(pool, whoCalls, [phone, today, page.candidates + 1]);
  if (found.length === 0) return nobody;
  if (found.length > 1) return several(found, today);
  const person = found[0]?.person;
  return { outcome: "ONE", entrepreneur: person ? await personOf(person, today) : null, candidates: [], more: false };
}

async function several(found: readonly CallerRow[], today: string): Promise<object> {
  const shown = found.slice(0, page.candidates);
  const facts = await rowsOf(pool, readCandidates, [
    shown.map(({ person }) => person),
    shown.map(({ enterprise }) => enterprise),
    today,
  ]);
  const candidates = facts.map((candidate, place) => ({ ...candidate, reasons: shown[place]?.reasons }));
  return { outcome: "SEVERAL", entrepreneur: null, candidates, more: found.length > shown.length };
}

async function personOf(id: string, today: string): Promise<object | null> {
  const [persons, mandates, presence, timeline, supports] = await Promise.all([
    rowsOf(pool, readPerson, [id]),
    rowsOf(pool, readMandates, [id]),
    rowsOf(pool, readPresence, [id, today]),
    rowsOf(pool, readTimeline, [id, page.timeline + 1]),
    rowsOf(pool, readSupports, [id, page.supports]),
  ]);
  const asOf = new Date().toISOString();
  return {
    displayName: persons[0]?.displayName,
    preferredLanguage: persons[0]?.preferredLanguage,
    mandates: mandates.map(mandateOf),
    presence: presence.map((row) => presenceOf(row, asOf)),
    timeline: timelineOf(timeline),
    supports: { edges: supports.map((row) => ({ node: supportOf(row, today) })) },
  };
}

function mandateOf({ number, name, roleCode, since, until }: MandateRow): object {
  return { enterprise: { number, name }, role: { code: roleCode }, since, until };
}

function presenceOf({ code, seen, known }: PresenceRow, asOf: string): object {
  const state = seen ? "KNOWN" : known ? "KNOWN_NOT_VISIBLE" : "UNKNOWN_HERE";
  return { agency: { code }, state, asOf };
}

function timelineOf(rows: readonly EntryRow[]): object {
  const shown = rows.slice(0, page.timeline);
  const last = shown.at(-1);
  const endCursor = last ? Buffer.from(`${last.occurredAt.getTime()}.${last.id}`).toString("base64url") : null;
  const edges = shown.map(({ type, occurredAt, agencyCode, label }) => ({
    node: { __typename: type, occurredAt: occurredAt.toISOString(), agency: { code: agencyCode }, label },
  }));
  return { edges, pageInfo: { hasNextPage: rows.length > shown.length, endCursor } };
}

function supportOf({ kind, agencyCode, since, until }: EntryRow, today: string): object {
  return {
    kind: { label: kindLabels[kind] ?? null },
    agency: { code: agencyCode },
    since,
    until,
    active: isActive(since, until, today),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) text += chunk as string;
  return text;
}

function send(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
