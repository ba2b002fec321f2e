import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code, Money } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { FinancingEntry } from "../holder/financing-entry.js";

/** Granted help: an entry of its own, with its own dates, that does not name its application (design section 4). */
@Entity()
@ObjectType({
  description: "Money granted to an entrepreneur or an enterprise: an aid, a loan, a stake.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class FundingGrant extends FinancingEntry {
  @Column({ type: "text" })
  instrumentCode!: string;

  /** Euro cents. */
  @Column({ type: "bigint" })
  amountCents!: string;

  @Column({ type: "text" })
  coachingRequirementCode!: string;

  @Field(() => Money, { description: "How much was granted." })
  @Category("SUPPORT_AMOUNT")
  amount!: Money | null;

  @Field(() => Code, {
    description: "The exact instrument; `kind` tells others a wider one where the instrument would tell of difficulty.",
  })
  @Category("APPLICATION_CONTENT")
  instrument!: Code;

  @Field(() => Code, {
    description:
      "Whether coaching comes with it: not, offered, or as a condition (R17, R18). It would tell some instruments, so it is shared like them.",
  })
  @Category("APPLICATION_CONTENT")
  coachingRequirement!: Code;
}

/** A page of grants. */
export const FundingGrantConnection = connectionOf(FundingGrant);
