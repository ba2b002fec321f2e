import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import {
  SampleAgencyDossierConnection,
  type SampleAgencyDossier,
} from "../sample-agency-dossier/sample-agency-dossier.entity.js";
import type { SampleAgencyContext } from "../services.js";
import { EntrepreneurSampleAgency } from "./entrepreneur-sample-agency.type.js";
import { EntrepreneurStub } from "./entrepreneur.stub.js";

/** What this subgraph contributes to a person. */
@Resolver(() => EntrepreneurStub)
export class EntrepreneurResolver {
  @FieldResolver(() => EntrepreneurSampleAgency, { description: "What Sample agency holds on this person." })
  @Category("DOSSIER_HEADER")
  sampleAgency(@Root() { id }: EntrepreneurStub): EntrepreneurSampleAgency {
    return { entrepreneurId: id };
  }
}

/** The lists of a person's section. */
@Resolver(() => EntrepreneurSampleAgency)
export class EntrepreneurSampleAgencyResolver {
  @FieldResolver(() => SampleAgencyDossierConnection, {
    description: "What is and was done for the person, newest first.",
  })
  @Category("DOSSIER_HEADER")
  dossiers(
    @Root() { entrepreneurId }: EntrepreneurSampleAgency,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: SampleAgencyContext,
  ): Promise<Page<SampleAgencyDossier>> {
    return services.dossiers.ofPerson(entrepreneurId, pageAskedBy(page));
  }
}
