/**
 * `POST /ended-sessions`: sessions that were ended before their time, so that a copied cookie opens nothing at any copy of the gateway. The
 * gateway keeps no database: the spine's holds the digests until the sessions would have ended by themselves. A digest names nobody.
 */
import { statement, type Queries } from "../database.js";
import { BadRequest } from "../server/http.js";

/** A session that was ended. */
export interface EndedSession {
  /** SHA-256 of the session's random id, hexadecimal. */
  readonly digest: string;
  /** When it would have ended by itself; seconds since 1970. */
  readonly until: number;
}

/** The most that are told or listed at once: a hundred times those who sign out while a token lives. */
const most = 10_000;

const forget = statement("delete from ended_session where until <= clock_timestamp()");
const write = statement(
  `insert into ended_session (digest, until) select r.digest, to_timestamp(r.until) from jsonb_to_recordset($1::jsonb) as r(digest text, until bigint)
   on conflict (digest) do nothing`,
);
const readAll = statement(
  `select digest, extract(epoch from until)::float8 as until from ended_session where until > clock_timestamp() order by until desc limit ${most}`,
);

/** Keeps the sessions that the gateway tells, and answers all that are ended and not yet over. Only the gateway is let in. Errors: BadRequest. */
export async function answerEndedSessions(
  { database }: { readonly database: Queries },
  body: unknown,
): Promise<{ status: number; body: object }> {
  const told = endedIn(body);
  if (told.length > 0) {
    await database.query(forget);
    await database.query(write, [JSON.stringify(told)]);
  }
  return { status: 200, body: { ended: await database.query<EndedSession>(readAll) } };
}

function endedIn(body: unknown): readonly EndedSession[] {
  const { ended } = (body ?? {}) as { readonly ended?: unknown };
  const isAll = Array.isArray(ended) && ended.length <= most && (ended as unknown[]).every(isEnded);
  if (!isAll) throw new BadRequest(400, "`ended` is a list of digests of sessions with the second in which each ends.");
  return ended as readonly EndedSession[];
}

function isEnded(value: unknown): value is EndedSession {
  const { digest, until } = (value ?? {}) as Partial<Record<keyof EndedSession, unknown>>;
  return (
    typeof digest === "string" && /^[0-9a-f]{64}$/.test(digest) && Number.isSafeInteger(until) && Number(until) < 1e11
  );
}
