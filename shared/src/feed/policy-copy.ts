/** A subgraph's copy of the policy: asked by the owner when it decides who sees what. `policy-target.ts` fills it from the feeds. */
import { loader, type Loader } from "../batching.js";
import { statement, type Queries } from "../database.js";
import { brusselsDate } from "../periods.js";
import type { Relation } from "../visibility/access-matrix.js";
import type { Relations, Subject } from "../visibility/may-read.js";
import { ownAgencies, type Reader } from "../visibility/reader.js";
import { ProjectLinks } from "./project-links.js";

/** All ids of one person: the one in use and those it replaced. */
export interface Identity {
  readonly canonicalId: string;
  /** The canonical id first. */
  readonly ids: readonly string[];
}

/** Each id by itself, on its index: joined, the whole table is read for one id. */
const readIdentities = statement(
  `select asked.id as "askedId", person.id as "canonicalId",
          array(select former.former_id from policy_identity former where former.canonical_id = person.id) as "formerIds"
     from unnest($1::uuid[]) as asked(id)
    cross join lateral (select coalesce((select known.canonical_id from policy_identity known where known.former_id = asked.id), asked.id) as id) person`,
  { by: "KEY", column: "askedId" },
);
/**
 * A copy older than 30 s counts its mandates, grants and coaching relations as expired: it fails closed (design 3). Each owner's copy for
 * itself: no agency falls silent because another is down. The database's own clock decides, for it also said how old the copy is.
 */
const readRelations = statement(
  `select distinct asked.place
     from unnest($1::int[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
            as asked(place, person, kind, enterprise, agency, staff, category, owner)
    where exists (
        select from policy_relation r
          join feed_cursor f on f.producer = r.producer and f.topic = 'POLICY' and f.as_of > clock_timestamp() - interval '30 seconds'
         where r.entrepreneur_id = asked.person and r.kind = asked.kind and r.since <= $9 and (r.until is null or r.until >= $9)
           and (asked.owner is null or asked.owner = any(r.owner_agencies))
           and (asked.enterprise is null or r.enterprise_number = asked.enterprise)
           and (asked.agency is null or r.agency_code = asked.agency) and (asked.staff is null or r.staff_id = asked.staff)
           and (asked.category is null or r.category = asked.category))`,
);

/** Whether all that is told of the policy was read to its end within 30 s. */
const readFreshness = statement(
  `select coalesce(bool_and(coalesce(as_of > clock_timestamp() - interval '30 seconds', false)), true) as "isFresh"
     from feed_cursor where topic = 'POLICY'`,
);

/**
 * Those of these ids whose mergers were not read within 30 s from who tells them. A copy that is older still finds rows by them, but opens
 * nothing by them: after an un-merge that it has not read, they are somebody else's.
 */
const readDoubtful = statement(
  `select i.former_id as id from policy_identity i
     left join feed_cursor f on f.producer = i.producer and f.topic = 'POLICY' and f.as_of > clock_timestamp() - interval '30 seconds'
    where i.former_id = any($1::uuid[]) and f.producer is null`,
);

/** In which enterprises a person, under any id, may act today; a bound far above what an accountant has. */
const readEnterprises = statement(
  `select distinct r.enterprise_number as "enterpriseNumber" from policy_relation r
     join feed_cursor f on f.producer = r.producer and f.topic = 'POLICY' and f.as_of > clock_timestamp() - interval '30 seconds'
    where r.entrepreneur_id = any($1::uuid[]) and r.kind = 'MANDATE' and r.since <= $2 and (r.until is null or r.until >= $2)
    order by 1 limit 5000`,
);

/** One question: does this person have such a relation today? A part that is null is not asked for. */
interface RelationQuestion {
  readonly kind: "MANDATE" | "COACHING" | "GRANT" | "BREAK_GLASS";
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  /** Any of these; none where the relation has no agency. */
  readonly agencyCodes: readonly (string | null)[];
  readonly staffId: string | null;
  readonly category: string | null;
  /** Of a broken glass: whose row it is; a list of several agencies' rows is nobody's, and each of its rows is asked again. */
  readonly ownerAgency: string | null;
}

/**
 * Whom a question is about that names nobody: it is asked all the same, so that a row which names no person or enterprise, and an entry that
 * is not there at all, cost the same statements as one that is (design 6: "exists" answers leak nothing).
 */
const noPerson = "00000000-0000-4000-8000-000000000000";
const noEnterprise = "0000000000";

/** What a question does not ask for. */
const anything = {
  enterpriseNumber: null,
  agencyCodes: [null],
  staffId: null,
  category: null,
  ownerAgency: null,
} as const;

/** Answers questions on the policy for one request. */
export class PolicyCopy implements Relations {
  /** What projects became. */
  readonly projects: ProjectLinks;
  readonly #identities: Loader<string, Identity>;
  readonly #certainty: Loader<string, boolean>;
  readonly #relations: Loader<RelationQuestion, boolean>;

  constructor(private readonly database: Queries) {
    this.projects = new ProjectLinks(database);
    this.#identities = loader((ids) => this.#readIdentities(ids));
    this.#certainty = loader((ids) => this.#readCertainty(ids));
    this.#relations = loader(
      (questions) => this.#readRelations(questions),
      (question) => JSON.stringify(question),
    );
  }

  /** Under which ids rows about a person may stand. An id that nobody merged stands for itself. */
  async identity(entrepreneurId: string): Promise<Identity> {
    return this.#identities.load(entrepreneurId);
  }

  /** The same for several persons, in order. */
  async identities(entrepreneurIds: readonly string[]): Promise<Identity[]> {
    return Promise.all(entrepreneurIds.map((id) => this.#identities.load(id)));
  }

  /**
   * The ids under which rows are the person's beyond doubt: all, or, where the copy of who is who is too old, the one that was asked. For what
   * is shown whole to the person, without a rule that looks at each row.
   */
  async certainIds(entrepreneurId: string): Promise<readonly string[]> {
    const { ids } = await this.identity(entrepreneurId);
    return ids.length === 1 || (await this.#areCertain(ids)) ? ids : [entrepreneurId];
  }

  /** Whether the copy is young enough to say under which ids rows about a person stand: what cannot be taken back waits for that. */
  async isFresh(): Promise<boolean> {
    const [row] = await this.database.query<{ isFresh: boolean }>(readFreshness);
    return row?.isFresh ?? false;
  }

  async holds(relation: Relation, reader: Reader, subject: Subject, category: string): Promise<boolean> {
    switch (relation) {
      case "ASSIGNED":
        return isAssigned(reader, subject);
      case "OWN":
        return this.#isSamePerson(reader.entrepreneurId, subject.entrepreneurId);
      case "MANDATARY":
        return this.#isMandatary(reader, subject);
      case "COACH_OF":
        return this.#coaches(reader, subject);
      case "GRANTED":
        return this.#isOpened({ kind: "GRANT", category, staffId: null }, reader, subject);
      case "BREAK_GLASS":
        return this.#isOpened({ kind: "BREAK_GLASS", category, staffId: reader.staffId ?? "" }, reader, subject);
    }
  }

  /** The numbers of the enterprises that the reader may act for today; none where the copy is too old to say. For lists, which ask before they know the rows. */
  async mandatedEnterprises({ entrepreneurId }: Pick<Reader, "entrepreneurId">): Promise<string[]> {
    if (!entrepreneurId) return [];
    const { ids } = await this.identity(entrepreneurId);
    const rows = await this.database.query<{ enterpriseNumber: string }>(readEnterprises, [
      ids,
      brusselsDate(new Date()),
    ]);
    return rows.map(({ enterpriseNumber }) => enterpriseNumber);
  }

  async #isSamePerson(one: string | null | undefined, other: string | null | undefined): Promise<boolean> {
    if (!one) return false;
    const [a, b] = await this.identities([one, other ?? noPerson]);
    if (a?.canonicalId !== b?.canonicalId) return false;
    return one === other || this.#areCertain([one, other ?? noPerson]);
  }

  async #areCertain(ids: readonly string[]): Promise<boolean> {
    return (await Promise.all(ids.map((id) => this.#certainty.load(id)))).every((isCertain) => isCertain);
  }

  async #readCertainty(ids: readonly string[]): Promise<boolean[]> {
    const rows = await this.database.query<{ id: string }>(readDoubtful, [ids]);
    const doubtful = new Set(rows.map(({ id }) => id));
    return ids.map((id) => !doubtful.has(id));
  }

  async #isMandatary({ entrepreneurId }: Reader, { enterpriseNumber }: Subject): Promise<boolean> {
    if (!entrepreneurId) return false;
    const about = { entrepreneurId, enterpriseNumber: enterpriseNumber ?? noEnterprise };
    return this.#relations.load({ ...anything, kind: "MANDATE", ...about });
  }

  async #coaches(reader: Reader, { entrepreneurId }: Subject): Promise<boolean> {
    // A relation names the coach by the id at the agency: who has none coaches nobody.
    if (!reader.staffId) return false;
    const coach = { agencyCodes: ownAgencies(reader), staffId: reader.staffId };
    return this.#relations.load({
      ...anything,
      ...coach,
      kind: "COACHING",
      entrepreneurId: entrepreneurId ?? noPerson,
    });
  }

  /** Whether the person, or a motive on record, opened the category to the reader's agency or to this very official. */
  async #isOpened(
    opening: Pick<RelationQuestion, "kind" | "category" | "staffId">,
    reader: Reader,
    { entrepreneurId, agencyCode }: Subject,
  ): Promise<boolean> {
    if (opening.staffId === "") return false;
    // Glass is broken at one agency, which reviews it: another's rows stay closed. What a person grants is granted at every owner.
    const ownerAgency = opening.kind === "BREAK_GLASS" ? (agencyCode ?? null) : null;
    const about = { entrepreneurId: entrepreneurId ?? noPerson, agencyCodes: ownAgencies(reader), ownerAgency };
    return this.#relations.load({ ...anything, ...opening, ...about });
  }

  async #readRelations(questions: readonly RelationQuestion[]): Promise<boolean[]> {
    const persons = await this.identities(questions.map(({ entrepreneurId }) => entrepreneurId));
    const asked = questions.flatMap((question, place) =>
      (persons[place]?.ids ?? []).flatMap((id) =>
        question.agencyCodes.map((agency) => ({ ...question, place, id, agency })),
      ),
    );
    const rows = await this.database.query<{ place: number }>(readRelations, [
      asked.map(({ place }) => place),
      asked.map(({ id }) => id),
      asked.map(({ kind }) => kind),
      asked.map(({ enterpriseNumber }) => enterpriseNumber),
      asked.map(({ agency }) => agency),
      asked.map(({ staffId }) => staffId),
      asked.map(({ category }) => category),
      asked.map(({ ownerAgency }) => ownerAgency),
      brusselsDate(new Date()),
    ]);
    const held = new Set(rows.map(({ place }) => place));
    return questions.map((_, place) => held.has(place));
  }

  async #readIdentities(askedIds: readonly string[]): Promise<Identity[]> {
    const rows = await this.database.query<{ askedId: string; canonicalId: string; formerIds: string[] }>(
      readIdentities,
      [askedIds],
    );
    const byId = new Map(
      rows.map((row) => [row.askedId, { canonicalId: row.canonicalId, ids: [row.canonicalId, ...row.formerIds] }]),
    );
    return askedIds.map((id) => byId.get(id) ?? { canonicalId: id, ids: [id] });
  }
}

/** Staff ids are an agency's own: the same id elsewhere is somebody else. */
function isAssigned(reader: Reader, { staffId, agencyCode }: Subject): boolean {
  return (
    reader.staffId !== undefined &&
    reader.staffId === staffId &&
    agencyCode != null &&
    ownAgencies(reader).includes(agencyCode)
  );
}
