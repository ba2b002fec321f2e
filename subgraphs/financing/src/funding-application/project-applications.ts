import { PageLoaders } from "@parcours/shared/page-loaders";
import { mostPerPage } from "@parcours/shared/paging";
import { RowList } from "@parcours/shared/row-table";
import type { ServiceScope } from "@parcours/shared/server/context";
import { mayRead, type Subject } from "@parcours/shared/visibility/may-read";
import { FundingApplication } from "./funding-application.entity.js";
import { fundingApplications } from "./funding-application.repository.js";

const byProject = new RowList<FundingApplication>(FundingApplication, "funding_application", "projectId");

/** Applications by the project that they named, as one request may know of them (R53, J18). */
export class ProjectApplications {
  readonly #pages: PageLoaders<FundingApplication>;

  constructor(private readonly scope: ServiceScope) {
    this.#pages = new PageLoaders(
      (ids, page) => byProject.pages(scope.database, ids, page),
      (row) => fundingApplications.complete(row),
    );
  }

  /** The newest hundred, those left out of which the reader may not know. */
  async of(projectId: string): Promise<FundingApplication[]> {
    const { policy, request } = this.scope;
    if (request.accessFault) return [];
    const { edges } = await this.#pages.of(projectId, { first: mostPerPage, after: null });
    const rows = edges.map(({ node }) => node);
    // Where nobody applied, the same is asked of nobody: what is there costs no more statements than what is not (design 6).
    const asked: readonly Subject[] = rows.length > 0 ? rows : [{}];
    const allowed = await Promise.all(asked.map(async (row) => mayRead(request.reader, "DOSSIER_HEADER", row, policy)));
    return rows.filter((_, place) => allowed[place]);
  }
}
