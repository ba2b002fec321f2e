import { loader, type Loader } from "@parcours/shared/batching";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference, type AgencyReference } from "@parcours/shared/graphql/entities";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { newestFirst, pageOf, type Page, type PageRequest, type Place } from "@parcours/shared/paging";
import { kindsOf } from "@parcours/shared/partners";
import { brusselsDate, isActive } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import { existsOn, presentAgency } from "../agency/agency.rules.js";
import type { AgencyService } from "../agency/agency.service.js";
import { partners } from "./partners.generated.js";
import {
  pointersOfEnterprises,
  pointersOfPersons,
  presenceOfPersons,
  type PointerFilter,
  type PointerRow,
  type PresenceRow,
} from "./pointer.repository.js";
import { isAnswering, presenceState, type AgencyPresence } from "./presence.rules.js";
import { readByView, ReaderViews } from "./reader-views.js";

/** What a list of entries may be narrowed to. */
export interface EntryFilter {
  readonly kinds: readonly string[] | null;
  readonly agencies: readonly string[] | null;
}

/** An entry as the directory hands it out: the pointer fields, and the type by which its owner is asked for the rest. */
export interface DirectoryEntry extends Place {
  readonly __typename: string;
  /** Whose entry it is: the guard decides by it, and the log names it. */
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
}

const entryTypes = partners.flatMap((partner) => partner.entryTypes);
const knownTypes = new Set(entryTypes.map(({ type }) => type));
const offTimeline = entryTypes.filter(({ timeline }) => !timeline).map(({ type }) => type);
const supportTypes = entryTypes.filter(({ support }) => support).map(({ type }) => type);
const kinds = kindsOf(partners);
const pointerProducers = new Set(
  partners.filter(({ feeds }) => feeds.includes("POINTER")).map(({ subgraph }) => subgraph),
);

/** One page of one list. */
interface DirectoryRequest {
  readonly list: "timeline" | "supports of person" | "supports of enterprise";
  readonly page: PageRequest;
  readonly filter: EntryFilter;
}

/** The directory, for one request: what is where, as far as this reader may know. */
export class DirectoryService {
  readonly #views: ReaderViews;
  readonly #pages: PageLoaders<DirectoryEntry, DirectoryRequest>;
  readonly #presence: Loader<string, AgencyPresence[]>;

  constructor(
    private readonly scope: ServiceScope,
    private readonly agencies: AgencyService,
  ) {
    this.#views = new ReaderViews(scope);
    this.#pages = new PageLoaders((keys, asked) => this.#readPages(keys, asked));
    this.#presence = loader((ids) => this.#readPresence(ids));
  }

  /** What happened on a person's path, newest first. */
  async timeline(entrepreneurId: string, request: PageRequest, filter: EntryFilter): Promise<Page<DirectoryEntry>> {
    return this.#pages.of(entrepreneurId, { list: "timeline", page: request, filter });
  }

  /** Granted or running help of a person. */
  async supportsOfPerson(
    entrepreneurId: string,
    request: PageRequest,
    filter: EntryFilter,
  ): Promise<Page<DirectoryEntry>> {
    return this.#pages.of(entrepreneurId, { list: "supports of person", page: request, filter });
  }

  /** Granted or running help that an enterprise enjoys, over all agencies (S3, R03). */
  async supportsOfEnterprise(number: string, request: PageRequest, filter: EntryFilter): Promise<Page<DirectoryEntry>> {
    return this.#pages.of(number, { list: "supports of enterprise", page: request, filter });
  }

  /** One row per active partner agency: whether it knows this person, as far as the reader may know. */
  async presence(entrepreneurId: string): Promise<AgencyPresence[]> {
    return this.#presence.load(entrepreneurId);
  }

  async #readPages(keys: readonly string[], { list, page, filter }: DirectoryRequest): Promise<Page<DirectoryEntry>[]> {
    const types = list === "timeline" ? { not: offTimeline } : { only: supportTypes };
    const asked = { ...filter, types, after: page.after, limit: page.first + 1 };
    const found = await (list === "supports of enterprise"
      ? this.#ofEnterprises(keys, asked)
      : this.#ofPersons(keys, asked));
    return found.map((rows) => directoryPage(rows, page));
  }

  async #ofEnterprises(numbers: readonly string[], asked: PointerFilter): Promise<PointerRow[][]> {
    const views = await this.#views.ofEnterprises(numbers);
    return readByView(numbers, views, (group, view) => pointersOfEnterprises(this.scope.database, group, view, asked));
  }

  async #ofPersons(ids: readonly string[], asked: PointerFilter): Promise<PointerRow[][]> {
    const { database, policy } = this.scope;
    const [persons, views] = await Promise.all([policy.identities(ids), this.#views.ofPersons(ids)]);
    return readByView(persons, views, (group, view) => pointersOfPersons(database, group, view, asked));
  }

  async #readPresence(entrepreneurIds: readonly string[]): Promise<AgencyPresence[][]> {
    const { database, policy } = this.scope;
    const [persons, views, agencies] = await Promise.all([
      policy.identities(entrepreneurIds),
      this.#views.ofPersons(entrepreneurIds),
      this.agencies.all(),
    ]);
    const found = await readByView(persons, views, (group, view) => presenceOfPersons(database, group, view));
    const byCode = new Map(agencies.map((agency) => [agency.code, agency]));
    const today = brusselsDate(new Date());
    const active = agencies.filter(
      (agency) => !agency.external && existsOn(agency, today) && pointerProducers.has(agency.subgraph),
    );
    return found.map(({ rows, asOf }) =>
      active.map((agency) => {
        const ofAgency = rows.filter((row) => presentAgency(row.agencyCode, byCode) === agency.code);
        return this.#presenceOf(agency.code, ofAgency, asOf.get(agency.subgraph) ?? null);
      }),
    );
  }

  #presenceOf(agencyCode: string, rows: readonly PresenceRow[], pulledAt: number | null): AgencyPresence {
    const asOf = pulledAt === null ? null : new Date(pulledAt);
    const answers = isAnswering(asOf, new Date());
    return { agency: agencyReference(agencyCode), state: presenceState(rows, answers), asOf };
  }
}

/** A page of the directory: an entry found twice stands once. */
function directoryPage(rows: readonly PointerRow[], request: PageRequest): Page<DirectoryEntry> {
  const today = brusselsDate(new Date());
  const distinct = [...new Map(rows.map((row) => [row.id, row])).values()];
  const entries = distinct.map((row) => directoryEntry(row, today)).sort(newestFirst);
  return pageOf(entries, request, ({ at, id }) => ({ at, id }));
}

/** A pointer row always carries all pointer fields: whichever list it came through, the gateway may take them from here. */
function directoryEntry(row: PointerRow, today: string): DirectoryEntry & { readonly agency: AgencyReference } {
  return {
    __typename: knownTypes.has(row.type) ? row.type : "OtherEntry",
    id: row.id,
    at: row.occurredAt,
    occurredAt: row.occurredAt,
    agencyCode: row.agencyCode,
    entrepreneurId: row.entrepreneurId,
    enterpriseNumber: row.enterpriseNumber,
    agency: agencyReference(row.agencyCode),
    kind: codeOf(kinds, row.kindCode),
    since: row.since,
    until: row.until,
    active: isActive(row.since, row.until, today),
  } as DirectoryEntry & { readonly agency: AgencyReference };
}
