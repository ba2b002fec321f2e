import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { enterpriseNamed, personNamed } from "@parcours/shared/graphql/entities";
import { idAsked } from "@parcours/shared/ids";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { EnterpriseStub } from "../enterprise/enterprise.stub.js";
import { EntrepreneurStub } from "../entrepreneur/entrepreneur.stub.js";
import { ReferralStub, referralNamed } from "../referral/referral.stub.js";
import type { CoachingContext } from "../services.js";
import { DifficultyCase, DifficultyCaseConnection } from "./difficulty-case.entity.js";

/** Difficulty cases in the graph. */
@Resolver(() => DifficultyCase)
export class DifficultyCaseResolver {
  @Query(() => DifficultyCase, {
    description:
      "One difficulty case; needs no other subgraph. To who may not read it, an unknown case and a known one answer alike.",
  })
  @Category("ENTRY_BY_ID")
  difficultyCase(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the case." }) id: string,
    @Ctx() { services }: CoachingContext,
  ): Promise<object> {
    return services.difficultyCases.reference({ id });
  }

  @Query(() => DifficultyCaseConnection, {
    description:
      "Difficulty cases of a person, newest first, for recognised helpers; needs no other subgraph. Errors: ID_INVALID.",
  })
  @Category("DIFFICULTY_CASE")
  difficultyCases(
    @Arg("entrepreneurId", () => ID, { nullable: false, description: "UUIDv4 of the person." }) entrepreneurId: string,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: CoachingContext,
  ): Promise<Page<DifficultyCase>> {
    return services.difficultyCases.ofPerson(idAsked(entrepreneurId), pageAskedBy(page));
  }

  @FieldResolver(() => EntrepreneurStub, { description: "The person, under the id in use." })
  @Category("DIFFICULTY_CASE")
  entrepreneur(
    @Root() { entrepreneurId }: DifficultyCase,
    @Ctx() { policy }: CoachingContext,
  ): Promise<EntrepreneurStub | null> {
    return personNamed(entrepreneurId, policy);
  }

  @FieldResolver(() => EnterpriseStub, { description: "The enterprise in difficulty; null where there is none." })
  @Category("DIFFICULTY_CASE")
  enterprise(@Root() { enterpriseNumber }: DifficultyCase): EnterpriseStub | null {
    return enterpriseNamed(enterpriseNumber);
  }

  @FieldResolver(() => ReferralStub, {
    description: "The referral it came from; null where the person came by another way.",
  })
  @Category("DIFFICULTY_CASE")
  referral(@Root() { referralId }: DifficultyCase): ReferralStub | null {
    return referralNamed(referralId);
  }
}
