/**
 * Pseudonyms of the persons in the log. A pseudonym is random and known by one row only: when that row is destroyed the log still stands, its
 * hashes valid, and tells of nobody (erasure; GDPR 17).
 */
import DataLoader from "dataloader";
import { statement, type Database, type Queries } from "../database.js";
import { brusselsDate } from "../periods.js";

/** What the log must know of a person. */
export interface LogSubject {
  readonly pseudonym: string;
  /** Codes of the agencies where the person works today: for looks at a colleague. */
  readonly worksAt: readonly string[];
}

interface SubjectRow extends LogSubject {
  readonly entrepreneurId: string;
}

const mostKept = 20_000;
/** A pseudonym that was destroyed is used by other processes for no longer than this, in milliseconds. */
const keptMilliseconds = 60_000;

/**
 * The second branch of `found` sees rows of before the statement, the first those it makes: together each person once. Where somebody works
 * may stand under another id of the same person.
 */
const readOrMake = statement(
  `with asked as (select distinct id from unnest($1::uuid[]) as given(id)),
        made as (insert into log_subject (entrepreneur_id) select id from asked order by id
                 on conflict (entrepreneur_id) do nothing returning entrepreneur_id, pseudonym),
        found as (select entrepreneur_id, pseudonym from made union all
                  select s.entrepreneur_id, s.pseudonym from asked join log_subject s on s.entrepreneur_id = asked.id)
   select found.entrepreneur_id as "entrepreneurId", found.pseudonym,
          array(select r.agency_code from policy_relation r
                 where r.kind = 'STAFF' and r.since <= $2 and (r.until is null or r.until >= $2)
                   and r.entrepreneur_id in (select p.id union all select i.former_id from policy_identity i where i.canonical_id = p.id)) as "worksAt"
     from found cross join lateral (select coalesce((select i.canonical_id from policy_identity i where i.former_id = found.entrepreneur_id),
                                                    found.entrepreneur_id) as id) p`,
);
const forget = statement("select forget_log_subjects($1::uuid[]) as forgotten");
/** The pseudonyms of one process: asked in batches, kept for a minute. */
export class Pseudonyms {
  readonly #kept = new Map<string, { readonly until: number; readonly subject: Promise<LogSubject> }>();
  readonly #batches: DataLoader<string, LogSubject>;

  constructor(private readonly database: Pick<Database, "query">) {
    this.#batches = new DataLoader((ids) => this.#read(ids), { cache: false, maxBatchSize: 1000 });
  }

  /** What the log must know of a person; a person who has no pseudonym gets one. */
  of(entrepreneurId: string, now = Date.now()): Promise<LogSubject> {
    const known = this.#kept.get(entrepreneurId);
    if (known && known.until > now) return known.subject;
    const subject = this.#batches.load(entrepreneurId);
    // Who waits gets the error; who asked ahead of time did not wait yet.
    subject.catch(() => this.#kept.delete(entrepreneurId));
    this.#kept.delete(entrepreneurId);
    this.#kept.set(entrepreneurId, { until: now + keptMilliseconds, subject });
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value ?? "");
    return subject;
  }

  async #read(ids: readonly string[]): Promise<LogSubject[]> {
    const found = new Map<string, LogSubject>();
    // A person whom another process is just naming is not seen by the first statement, but by the next.
    for (let missing = ids; missing.length > 0; missing = ids.filter((id) => !found.has(id))) {
      const rows = await this.database.query<SubjectRow>(readOrMake, [missing, brusselsDate(new Date())]);
      for (const { entrepreneurId, ...subject } of rows) found.set(entrepreneurId, subject);
    }
    return ids.map((id) => found.get(id) ?? unnamed());
  }
}

/**
 * Destroys the link from the log to a person, under every id given: the rows stay, their hashes valid, and tell of nobody. Safe to repeat.
 * Answers how many links there were. Processes that know the old pseudonym use it for a minute at most, which leads to nobody; a look after
 * that begins a new one.
 */
export async function forgetSubject(queries: Queries, entrepreneurIds: readonly string[]): Promise<number> {
  const [row] = await queries.query<{ forgotten: number }>(forget, [entrepreneurIds]);
  return row?.forgotten ?? 0;
}

function unnamed(): never {
  throw new Error("a person got no pseudonym");
}
