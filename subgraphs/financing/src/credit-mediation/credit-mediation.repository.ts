import { loader, type Loader } from "@parcours/shared/batching";
import { EntryTable } from "@parcours/shared/entry-repository";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { money } from "@parcours/shared/graphql/values";
import type { Page, PageRequest } from "@parcours/shared/paging";
import type { ServiceScope } from "@parcours/shared/server/context";
import { applicationStatuses } from "../labels/application-statuses.js";
import { CreditMediation } from "./credit-mediation.entity.js";

const table = new EntryTable<CreditMediation>(CreditMediation, "credit_mediation");

type ReadPages = (keys: readonly string[]) => Promise<Page<CreditMediation>[]>;

/** Requests for mediation, by holder only: there is no look-up by id, so that none can be guessed at. */
export class CreditMediations {
  readonly #pages = new Map<string, Loader<string, Page<CreditMediation>>>();

  constructor(private readonly scope: ServiceScope) {}

  /** A page of a person's requests, under any id the person has had. */
  async ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<CreditMediation>> {
    const { database, policy } = this.scope;
    const read: ReadPages = async (ids) => table.byPersons(database, await policy.identities(ids), request);
    return this.#pageLoader("person", request, read).load(entrepreneurId);
  }

  /** A page of an enterprise's requests. */
  async ofEnterprise(number: string, request: PageRequest): Promise<Page<CreditMediation>> {
    const read: ReadPages = (numbers) => table.byEnterprises(this.scope.database, numbers, request);
    return this.#pageLoader("enterprise", request, read).load(number);
  }

  /** Holders of one level of a query ask for the same page, so they share a statement. */
  #pageLoader(holder: string, { first, after }: PageRequest, read: ReadPages): Loader<string, Page<CreditMediation>> {
    const name = `${holder} ${first} ${after?.at.getTime() ?? ""} ${after?.id ?? ""}`;
    const pages = this.#pages.get(name) ?? loader(async (keys) => (await read(keys)).map(completed));
    this.#pages.set(name, pages);
    return pages;
  }
}

function completed(page: Page<CreditMediation>): Page<CreditMediation> {
  for (const { node } of page.edges) {
    Object.assign(node, {
      agency: agencyReference(node.agencyCode),
      status: codeOf(applicationStatuses, node.statusCode),
      credit: money(node.creditCents),
    });
  }
  return page;
}
