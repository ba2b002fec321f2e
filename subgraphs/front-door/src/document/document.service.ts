import { loader, type Keys, type Loader } from "@parcours/shared/batching";
import { documentTypeLabels } from "@parcours/shared/documents/document-types";
import { isValidOn } from "@parcours/shared/documents/document.rules";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference, enterpriseNamed } from "@parcours/shared/graphql/entities";
import { isUuid } from "@parcours/shared/ids";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { newestFirst, pageOf, type Page, type PageRequest } from "@parcours/shared/paging";
import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import { accessMatrix, categoriesOf, openingRelations, type Relation } from "@parcours/shared/visibility/access-matrix";
import { withheld } from "@parcours/shared/visibility/guard";
import { isPossible, mayRead } from "@parcours/shared/visibility/may-read";
import { ownAgencies, readerCodes } from "@parcours/shared/visibility/reader";
import { readByView } from "../directory/reader-views.js";
import {
  documentsByIds,
  documentsOf,
  type DocumentFilter,
  type DocumentPointerRow,
  type DocumentView,
} from "./document-pointer.repository.js";
import type { DocumentEntry } from "./document.type.js";

/** One page of one list. */
interface ListAsked {
  readonly kind: "person" | "enterprise";
  readonly page: PageRequest;
  readonly filter: DocumentFilter;
}

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

  /** What a reference answers: an unknown document like a withheld one. */
  async reference({ id = "" }: Readonly<Record<string, string>>): Promise<object> {
    return (await this.seen(isUuid(id) ? id : null)) ?? withheld("Document", { id });
  }

  /** A document that the reader may see; null where there is none, or it may not be seen. */
  async seen(id: string | null): Promise<DocumentEntry | null> {
    const row = id === null ? null : await this.#byId.load(id);
    return row && (await this.#isOpen(row)) ? this.#entry(row) : null;
  }

  async #isOpen({ category, entrepreneurId, enterpriseNumber, providedToCodes }: DocumentPointerRow): Promise<boolean> {
    const { policy, request } = this.scope;
    const allowed = await Promise.all(
      providedToCodes.map(async (agencyCode) =>
        mayRead(request.reader, category, { agencyCode, entrepreneurId, enterpriseNumber }, policy),
      ),
    );
    return allowed.includes(true);
  }

  async #readPages(keys: readonly string[], { kind, page, filter }: ListAsked): Promise<Page<DocumentEntry>[]> {
    const { database, policy } = this.scope;
    const holders: readonly Keys[] = kind === "person" ? (await policy.identities(keys)).map(({ ids }) => ids) : keys;
    const views = await Promise.all(keys.map((key) => this.#viewOf(kind, key)));
    const found = await readByView(holders, views, async (group, view) =>
      documentsOf(database, kind, group, view, { ...filter, page }),
    );
    return found.map((rows) => {
      const entries = rows
        .map((row) => this.#entry(row))
        .sort((one, other) => newestFirst(placeOf(one), placeOf(other)));
      return pageOf(entries, page, placeOf);
    });
  }

  /** What the reader may see of one holder's documents; equal views are one object, so that they are read together. */
  async #viewOf(kind: ListAsked["kind"], key: string): Promise<DocumentView> {
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
    const { agencyCode, providedToCodes, enterpriseNumber, typeCode, supersededById, validFrom, validUntil } = row;
    const own = ownAgencies(this.scope.request.reader).find((agency) => providedToCodes.includes(agency));
    return {
      ...row,
      agencyCode: own ?? agencyCode,
      type: codeOf(documentTypeLabels, typeCode),
      holder: agencyReference(agencyCode),
      providedTo: providedToCodes.map(agencyReference),
      enterprise: enterpriseNamed(enterpriseNumber),
      isValid: isValidOn({ validFrom, validUntil, supersededBy: supersededById }, brusselsDate(new Date())),
    };
  }
}

function placeOf({ id, receivedAt }: DocumentEntry): { readonly id: string; readonly at: Date } {
  return { id, at: receivedAt };
}
