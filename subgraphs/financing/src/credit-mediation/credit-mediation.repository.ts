import { EntryTable } from "@parcours/shared/entry-repository";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { money } from "@parcours/shared/graphql/values";
import type { Page, PageRequest } from "@parcours/shared/paging";
import type { ServiceScope } from "@parcours/shared/server/context";
import { applicationStatuses } from "../labels/application-statuses.js";
import { CreditMediation } from "./credit-mediation.entity.js";

const table = new EntryTable<CreditMediation>(CreditMediation, "credit_mediation");

/** Requests for mediation, by holder only: there is no look-up by id, so that none can be guessed at. */
export class CreditMediations {
  constructor(private readonly scope: ServiceScope) {}

  /** A page of a person's requests, under any id the person has had. */
  async ofPerson(entrepreneurId: string, request: PageRequest): Promise<Page<CreditMediation>> {
    const persons = await this.scope.policy.identities([entrepreneurId]);
    return completed(await table.byPersons(this.scope.database, persons, request));
  }

  /** A page of an enterprise's requests. */
  async ofEnterprise(number: string, request: PageRequest): Promise<Page<CreditMediation>> {
    return completed(await table.byEnterprises(this.scope.database, [number], request));
  }
}

function completed([page]: readonly Page<CreditMediation>[]): Page<CreditMediation> {
  const { edges, pageInfo } = page ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  for (const { node } of edges) {
    Object.assign(node, {
      agency: agencyReference(node.agencyCode),
      status: codeOf(applicationStatuses, node.statusCode),
      credit: money(node.creditCents),
    });
  }
  return { edges, pageInfo };
}
