/**
 * Pseudonyms of the persons and enterprises in the log. A pseudonym is random and known by one row only: when that row is destroyed the log still stands, its
 * hashes valid, and tells of nobody (erasure; GDPR 17).
 */
import DataLoader from "dataloader";
import { statement, type Database, type Queries } from "../database.js";
import { brusselsDate } from "../periods.js";
import type { Named } from "./looks.js";

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
const readOrMakeEnterprises = statement(
  `with asked as (select distinct number from unnest($1::text[]) as given(number)),
        made as (insert into log_enterprise (enterprise_number) select number from asked order by number
                 on conflict (enterprise_number) do nothing returning enterprise_number, pseudonym)
   select enterprise_number as number, pseudonym from made union all
   select e.enterprise_number, e.pseudonym from asked join log_enterprise e on e.enterprise_number = asked.number`,
);
const forgetEnterprises = statement("select forget_log_enterprises($1::text[]) as forgotten");

/** The pseudonyms of one process: asked in batches, kept for a minute. */
export class Pseudonyms {
  readonly #persons: KeptAnswers<LogSubject>;
  readonly #enterprises: KeptAnswers<string>;

  constructor(private readonly database: Pick<Database, "query">) {
    this.#persons = new KeptAnswers((ids) => this.#readPersons(ids));
    this.#enterprises = new KeptAnswers((numbers) => this.#readEnterprises(numbers));
  }

  /** What the log must know of a person; a person who has no pseudonym gets one. */
  of(entrepreneurId: string, now = Date.now()): Promise<LogSubject> {
    return this.#persons.of(entrepreneurId, now);
  }

  /** The pseudonym of an enterprise; one that has none gets one. */
  ofEnterprise(enterpriseNumber: string, now = Date.now()): Promise<string> {
    return this.#enterprises.of(enterpriseNumber, now);
  }

  /** Asks ahead of time for what the log will need. */
  prepare({ entrepreneurId, enterpriseNumber }: Named): void {
    if (entrepreneurId !== null) void this.of(entrepreneurId);
    if (enterpriseNumber !== null) void this.ofEnterprise(enterpriseNumber);
  }

  #readPersons(ids: readonly string[]): Promise<Map<string, LogSubject>> {
    return untilAllFound(ids, async (missing) => {
      const rows = await this.database.query<SubjectRow>(readOrMake, [missing, brusselsDate(new Date())]);
      return rows.map(({ entrepreneurId, ...subject }) => [entrepreneurId, subject]);
    });
  }

  #readEnterprises(numbers: readonly string[]): Promise<Map<string, string>> {
    return untilAllFound(numbers, async (missing) => {
      const rows = await this.database.query<{ number: string; pseudonym: string }>(readOrMakeEnterprises, [missing]);
      return rows.map(({ number, pseudonym }) => [number, pseudonym]);
    });
  }
}

/** Answers by key, asked in batches and kept for a minute. */
class KeptAnswers<Answer> {
  readonly #kept = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>();
  readonly #batches: DataLoader<string, Answer>;

  constructor(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Answer>>) {
    const batch = async (keys: readonly string[]): Promise<Answer[]> => {
      const found = await read(keys);
      return keys.map((key) => found.get(key) ?? unnamed());
    };
    this.#batches = new DataLoader(batch, { cache: false, maxBatchSize: 1000 });
  }

  of(key: string, now: number): Promise<Answer> {
    const known = this.#kept.get(key);
    if (known && known.until > now) return known.answer;
    const answer = this.#batches.load(key);
    // Who waits gets the error; who asked ahead of time did not wait yet.
    answer.catch(() => this.#kept.delete(key));
    this.#kept.delete(key);
    this.#kept.set(key, { until: now + keptMilliseconds, answer });
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value ?? "");
    return answer;
  }
}

/** What another process is just naming is not seen by the first statement, but by the next. */
async function untilAllFound<Found>(
  keys: readonly string[],
  read: (missing: readonly string[]) => Promise<readonly (readonly [string, Found])[]>,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  for (let missing = keys; missing.length > 0; missing = keys.filter((key) => !found.has(key)))
    for (const [key, one] of await read(missing)) found.set(key, one);
  return found;
}

/**
 * Destroys the link from the log to a person, under every id given, and to the enterprises that are the person: the rows stay, their hashes
 * valid, and tell of nobody. Safe to repeat. Answers how many links there were. Processes that know the old pseudonym use it for a minute at
 * most, which leads to nobody; a look after that begins a new one.
 */
export async function forgetSubject(
  queries: Queries,
  entrepreneurIds: readonly string[],
  ownEnterprises: readonly string[] = [],
): Promise<number> {
  const [row] = await queries.query<{ forgotten: number }>(forget, [entrepreneurIds]);
  const [own] = await queries.query<{ forgotten: number }>(forgetEnterprises, [ownEnterprises]);
  return (row?.forgotten ?? 0) + (own?.forgotten ?? 0);
}

function unnamed(): never {
  throw new Error("a person or an enterprise got no pseudonym");
}
