import { loader, type Keys, type Loader } from "@parcours/shared/batching";
import { documentTypeLabels } from "@parcours/shared/documents/document-types";
import { countsFor, isValidOn } from "@parcours/shared/documents/document.rules";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference, enterpriseNamed } from "@parcours/shared/graphql/entities";
import { isUuid } from "@parcours/shared/ids";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { emptyPage, newestFirst, pageOf, type Page, type PageRequest } from "@parcours/shared/paging";
import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import { accessMatrix, categoriesOf, openingRelations, type Relation } from "@parcours/shared/visibility/access-matrix";
import { withheld } from "@parcours/shared/visibility/guard";
import { isPossible, mayRead } from "@parcours/shared/visibility/may-read";
import { ownAgencies, readerCodes } from "@parcours/shared/visibility/reader";
import { readByView } from "../directory/reader-views.js";
import {
  documentsByIds,
  documentsGivenFor,
  documentsOf,
  personsOfProjects,
  type DocumentFilter,
  type DocumentPointerRow,
  type DocumentView,
} from "./document-pointer.repository.js";
import type { DocumentEntry } from "./document.type.js";

/** One page of one list. */
interface ListAsked {
  readonly kind: "person" | "enterprise" | "project";
  readonly page: PageRequest;
  readonly filter: DocumentFilter;
}

/** Who gave documents for a project for which nobody did: asked about all the same, so that both cost the same. */
const noPerson = "00000000-0000-4000-8000-000000000000";

/** What opens documents of a person beside the role, and of an enterprise. */
const ofPerson: readonly Relation[] = ["OWN", "COACH_OF", "GRANTED"];
const ofEnterprise: readonly Relation[] = ["MANDATARY"];

/** Where documents are, for one request, as far as this reader may know. */
export class DocumentService {
  readonly #pages: PageLoaders<DocumentEntry, ListAsked>;
  readonly #byId: Loader<string, DocumentPointerRow | null>;
  readonly #views = new Map<string, DocumentView>();

  constructor(private readonly scope: ServiceScope) {
    this.#pages = new PageLoaders((keys, asked) => this.#readPages(keys, asked));
    this.#byId = loader((ids) => documentsByIds(scope.database, ids));
  }

  /** Documents of a person, under every id, newest first. */
  async ofPerson(entrepreneurId: string, page: PageRequest, filter: DocumentFilter): Promise<Page<DocumentEntry>> {
    return this.#pages.of(entrepreneurId, { kind: "person", page, filter });
  }

  /** Documents that an enterprise holds, newest first. */
  async ofEnterprise(number: string, page: PageRequest, filter: DocumentFilter): Promise<Page<DocumentEntry>> {
    return this.#pages.of(number, { kind: "enterprise", page, filter });
  }

  /** Documents that were given for a project, newest first; none for who may read nobody's. */
  async ofProject(projectId: string, page: PageRequest, filter: DocumentFilter): Promise<Page<DocumentEntry>> {
    if (this.scope.request.accessFault || !isUuid(projectId)) return emptyPage;
    return this.#pages.of(projectId, { kind: "project", page, filter });
  }

  /** What a reference answers: an unknown document like a withheld one. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (await this.seen(isUuid(id) ? id : null)) ?? withheld("Document", { id });
  }

  /** A document that the reader may see; null where there is none, or it may not be seen. */
  async seen(id: string | null): Promise<DocumentEntry | null> {
    const row = id === null ? null : await this.#byId.load(id);
    return row && (await this.#isOpen(row)) ? this.#entry(row) : null;
  }

  async #isOpen(row: DocumentPointerRow): Promise<boolean> {
    const { policy, request } = this.scope;
    const { category, entrepreneurId, providedToCodes } = row;
    const enterpriseNumber = enterpriseOf(row);
    const allowed = await Promise.all(
      providedToCodes.map(async (agencyCode) =>
        mayRead(request.reader, category, { agencyCode, entrepreneurId, enterpriseNumber }, policy),
      ),
    );
    return allowed.includes(true);
  }

  async #readPages(keys: readonly string[], { kind, page, filter }: ListAsked): Promise<Page<DocumentEntry>[]> {
    const { database, policy } = this.scope;
    if (kind === "project") return this.#readProjects(keys, { page, filter });
    const holders: readonly Keys[] = kind === "person" ? (await policy.identities(keys)).map(({ ids }) => ids) : keys;
    const views = await Promise.all(keys.map((key) => this.#viewOf(kind, key)));
    const found = await readByView(holders, views, async (group, view) =>
      documentsOf(database, kind, group, view, { ...filter, page }),
    );
    return found.map((rows) => this.#pageOf(rows, page));
  }

  /** What each person gave for a project is seen by what the reader is to that person. */
  async #readProjects(
    keys: readonly string[],
    { page, filter }: Omit<ListAsked, "kind">,
  ): Promise<Page<DocumentEntry>[]> {
    const { database } = this.scope;
    const known = await personsOfProjects(database, keys);
    const given = known.length > 0 ? known : keys.map((projectId) => ({ projectId, entrepreneurId: noPerson }));
    const views = await Promise.all(given.map(({ entrepreneurId }) => this.#viewOf("person", entrepreneurId)));
    const found = await readByView(given, views, async (group, view) =>
      documentsGivenFor(database, group, view, { ...filter, page }),
    );
    return keys.map((key) =>
      this.#pageOf(
        found.flatMap((rows, place) => (given[place]?.projectId === key ? rows : [])),
        page,
      ),
    );
  }

  #pageOf(rows: readonly DocumentPointerRow[], page: PageRequest): Page<DocumentEntry> {
    const entries = rows.map((row) => this.#entry(row));
    return pageOf(
      entries.sort((one, other) => newestFirst(placeOf(one), placeOf(other))),
      page,
      placeOf,
    );
  }

  /** What the reader may see of one holder's documents; equal views are one object, so that they are read together. */
  async #viewOf(kind: "person" | "enterprise", key: string): Promise<DocumentView> {
    const { policy, request } = this.scope;
    const subject = kind === "person" ? { entrepreneurId: key } : { enterpriseNumber: key };
    const possible = (kind === "person" ? ofPerson : ofEnterprise).filter((one) => isPossible(one, request.reader));
    const held = await Promise.all(
      possible.map(async (relation) => (await policy.holds(relation, request.reader, subject, "DOCUMENT")) && relation),
    );
    const relations = held.filter((relation): relation is Relation => relation !== false);
    const name = relations.join(" ");
    const view = this.#views.get(name) ?? this.#viewWith(relations);
    this.#views.set(name, view);
    return view;
  }

  #viewWith(relations: readonly Relation[]): DocumentView {
    const { reader } = this.scope.request;
    const { everywhere, atOwnAgency } = categoriesOf(reader.role);
    const opened = [...accessMatrix.keys()].filter((category) =>
      openingRelations(category).some((relation) => relations.includes(relation)),
    );
    return {
      codes: [...readerCodes(reader), ...relations],
      everywhere: [...everywhere, ...opened],
      atOwnAgency,
      ownAgencies: ownAgencies(reader),
    };
  }

  #entry(row: DocumentPointerRow): DocumentEntry {
    const { agencyCode, providedToCodes, holderEnterprise, projectEnterprise, typeCode } = row;
    const { supersededById, validFrom, validUntil } = row;
    const own = ownAgencies(this.scope.request.reader).find((agency) => providedToCodes.includes(agency));
    return {
      ...row,
      agencyCode: own ?? agencyCode,
      type: codeOf(documentTypeLabels, typeCode),
      holder: agencyReference(agencyCode),
      providedTo: providedToCodes.map(agencyReference),
      enterpriseNumber: enterpriseOf(row),
      enterprise: enterpriseNamed(holderEnterprise),
      projectEnterprise: enterpriseNamed(projectEnterprise),
      isValid: isValidOn({ validFrom, validUntil, supersededBy: supersededById }, brusselsDate(new Date())),
    };
  }
}

/** As whose enterprise's a document counts. */
function enterpriseOf({ holderEnterprise, projectEnterprise }: DocumentPointerRow): string | null {
  return countsFor({ enterpriseNumber: holderEnterprise, projectEnterprise });
}

function placeOf({ id, receivedAt }: DocumentEntry): { readonly id: string; readonly at: Date } {
  return { id, at: receivedAt };
}
