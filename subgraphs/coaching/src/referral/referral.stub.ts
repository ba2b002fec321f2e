import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A referral, which the front door keeps: coaching only says which one a dossier came from (J04, J09). */
@ObjectType("Referral", { description: "A person sent from one agency to another." })
@Directive('@key(fields: "id", resolvable: false)')
export class ReferralStub {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the referral." })
  @Category("PUBLIC")
  id!: string;
}

/** The referral that a row came from; null where the person came without one. */
export function referralNamed(id: string | null): ReferralStub | null {
  return id === null ? null : { id };
}
