import { statement } from "@parcours/shared/database";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { idFrom } from "@parcours/shared/ids";
import { pageOf, type Page, type PageRequest } from "@parcours/shared/paging";
import { brusselsDate } from "@parcours/shared/periods";
import type { ServiceScope } from "@parcours/shared/server/context";
import type { SatisfactionResult } from "./satisfaction-result.type.js";
import { fewestAnswersTold, quarterOf } from "./satisfaction.rules.js";

const resultsByAgency = statement(
  `select about_agency_code as "agencyCode", quarter, count(*)::int as answers, round(avg(score), 1)::float8 as "averageScore",
          coalesce((array_agg(suggestion order by suggestion) filter (where suggestion is not null))[1:100], '{}') as suggestions
     from satisfaction_answer
    where about_agency_code = $1 and quarter < $2::date and ($3::date is null or quarter < $3)
    group by about_agency_code, quarter having count(*) >= $4
    order by quarter desc limit $5`,
);

/** Results of the satisfaction survey. */
export class SatisfactionResults {
  constructor(private readonly scope: ServiceScope) {}

  /** A page of what was thought of an agency, the last quarter that has ended first. */
  async about(agencyCode: string, request: PageRequest): Promise<Page<SatisfactionResult>> {
    const { first, after } = request;
    const running = quarterOf(brusselsDate(new Date()));
    const values = [agencyCode, running, after?.at.toISOString().slice(0, 10) ?? null, fewestAnswersTold, first + 1];
    const results = await this.scope.database.query<SatisfactionResult>(resultsByAgency, values);
    for (const result of results) result.agency = agencyReference(result.agencyCode);
    return pageOf(results, request, ({ quarter }) => ({
      at: new Date(`${quarter}T00:00:00Z`),
      id: idFrom(agencyCode, quarter),
    }));
  }
}
