import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { enterpriseNamed, personNamed } from "@parcours/shared/graphql/entities";
import { HolderArguments, pageOfHolder } from "@parcours/shared/graphql/holder";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import type { SampleAgencyContext } from "../services.js";
import { SampleAgencyDossier, SampleAgencyDossierConnection } from "./sample-agency-dossier.entity.js";

/** Dossiers in the graph. */
@Resolver(() => SampleAgencyDossier)
export class SampleAgencyDossierResolver {
  @Query(() => SampleAgencyDossier, { description: "One dossier of Sample agency; needs no other subgraph." })
  @Category("ENTRY_BY_ID")
  sampleAgencyDossier(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the dossier." }) id: string,
    @Ctx() { services }: SampleAgencyContext,
  ): Promise<object> {
    return services.dossiers.reference({ id });
  }

  @Query(() => SampleAgencyDossierConnection, {
    description:
      "What Sample agency does for a person or an enterprise, newest first; needs no other subgraph. " +
      "Errors: HOLDER_REQUIRED, ID_INVALID, ENTERPRISE_NUMBER_INVALID.",
  })
  @Category("DOSSIER_HEADER")
  sampleAgencyDossiers(
    @Args(() => HolderArguments) asked: HolderArguments,
    @Ctx() { services }: SampleAgencyContext,
  ): Promise<Page<SampleAgencyDossier>> {
    return pageOfHolder(services.dossiers, asked);
  }

  @FieldResolver(() => String, { description: "What a reader sees in the timeline: the form of the help." })
  @Category("DOSSIER_HEADER")
  label(
    @Root() { form }: SampleAgencyDossier,
    @Ctx() { request }: SampleAgencyContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(form.labels, language, request);
  }

  @FieldResolver(() => EntrepreneurStub, { description: "The person who is helped, under the id in use." })
  @Category("IDENTITY")
  entrepreneur(
    @Root() { entrepreneurId }: SampleAgencyDossier,
    @Ctx() { policy }: SampleAgencyContext,
  ): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }

  @FieldResolver(() => EnterpriseStub, {
    description: "The enterprise that is helped; null where the person has none.",
  })
  @Category("DOSSIER_HEADER")
  enterprise(@Root() { enterpriseNumber }: SampleAgencyDossier): EnterpriseStub | null {
    return enterpriseNamed(enterpriseNumber);
  }
}
