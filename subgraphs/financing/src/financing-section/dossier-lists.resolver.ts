import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import { CreditMediationConnection, type CreditMediation } from "../credit-mediation/credit-mediation.entity.js";
import {
  FundingApplicationConnection,
  type FundingApplication,
} from "../funding-application/funding-application.entity.js";
import type { FinancingContext } from "../services.js";
import { pageOfSection, type FinancingSection } from "./by-holder.js";

/** Makes the lists of what was asked for, for one type of section. */
export function dossierListsOf(type: ClassType<FinancingSection>): new () => object {
  @Resolver(() => type)
  class DossierLists {
    @FieldResolver(() => FundingApplicationConnection, {
      description: "Applications of every instrument, newest first; credit mediation apart.",
    })
    @Category("DOSSIER_HEADER")
    applications(
      @Root() section: FinancingSection,
      @Args(() => ConnectionArguments) page: ConnectionArguments,
      @Ctx() { services }: FinancingContext,
    ): Promise<Page<FundingApplication>> {
      return pageOfSection(services.fundingApplications, section, pageAskedBy(page));
    }

    @FieldResolver(() => CreditMediationConnection, {
      description:
        "Requests to the credit mediator, newest first. Restricted: refused as a whole, also when it is empty.",
    })
    @Category("DIFFICULTY_CASE")
    creditMediations(
      @Root() section: FinancingSection,
      @Args(() => ConnectionArguments) page: ConnectionArguments,
      @Ctx() { services }: FinancingContext,
    ): Promise<Page<CreditMediation>> {
      return pageOfSection(services.creditMediations, section, pageAskedBy(page));
    }
  }
  return DossierLists;
}
