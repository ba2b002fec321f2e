import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Page } from "@parcours/shared/paging";
import { Category } from "@parcours/shared/visibility/category";
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from "type-graphql";
import { GuaranteeConnection, type Guarantee } from "../guarantee/guarantee.entity.js";
import type { FinancingContext } from "../services.js";
import { StateAidAwardConnection, type StateAidAward } from "../state-aid-award/state-aid-award.entity.js";
import { pageOfSection, type FinancingSection } from "./by-holder.js";

/** Makes the lists of what is never added to the money: guarantees (R22), and the ledger, which records help that is listed elsewhere. */
export function ledgerListsOf(type: ClassType<FinancingSection>): new () => object {
  @Resolver(() => type)
  class LedgerLists {
    @FieldResolver(() => GuaranteeConnection, {
      description: "Guarantees, newest first; never part of the grants (R22).",
    })
    @Category("SUPPORT_GRANTED")
    guarantees(
      @Root() section: FinancingSection,
      @Args(() => ConnectionArguments) page: ConnectionArguments,
      @Ctx() { services }: FinancingContext,
    ): Promise<Page<Guarantee>> {
      return pageOfSection(services.guarantees, section, pageAskedBy(page));
    }

    @FieldResolver(() => StateAidAwardConnection, {
      description: "Awards of state aid, newest first. Those of the European register name enterprises only.",
    })
    @Category("SUPPORT_GRANTED")
    stateAidAwards(
      @Root() section: FinancingSection,
      @Args(() => ConnectionArguments) page: ConnectionArguments,
      @Ctx() { services }: FinancingContext,
    ): Promise<Page<StateAidAward>> {
      return pageOfSection(services.stateAidAwards, section, pageAskedBy(page));
    }
  }
  return LedgerLists;
}
