import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import {
  SampleAgencyDossierConnection,
  type SampleAgencyDossier,
} from "../sample-agency-dossier/sample-agency-dossier.entity.js";
import type { SampleAgencyContext } from "../services.js";
import { EnterpriseSampleAgency } from "./enterprise-sample-agency.type.js";
import { EnterpriseStub } from "./enterprise.stub.js";

/** What this subgraph contributes to an enterprise. */
@Resolver(() => EnterpriseStub)
export class EnterpriseResolver {
  @FieldResolver(() => EnterpriseSampleAgency, { description: "What Sample agency holds on this enterprise." })
  @Category("DOSSIER_HEADER")
  sampleAgency(@Root() { number }: EnterpriseStub): EnterpriseSampleAgency {
    return { enterpriseNumber: number };
  }
}

/** The lists of an enterprise's section. */
@Resolver(() => EnterpriseSampleAgency)
export class EnterpriseSampleAgencyResolver {
  @FieldResolver(() => SampleAgencyDossierConnection, {
    description: "What is and was done for the enterprise, newest first.",
  })
  @Category("DOSSIER_HEADER")
  dossiers(
    @Root() { enterpriseNumber }: EnterpriseSampleAgency,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: SampleAgencyContext,
  ): Promise<Page<SampleAgencyDossier>> {
    return services.dossiers.ofEnterprise(enterpriseNumber, pageAskedBy(page));
  }
}
