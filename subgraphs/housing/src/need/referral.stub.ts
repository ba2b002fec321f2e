import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A referral, as housing knows one: by id. */
@ObjectType("Referral", { description: "A person sent from one agency to another." })
@Directive('@key(fields: "id", resolvable: false)')
export class ReferralStub {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the referral." })
  @Category("PUBLIC")
  id!: string;
}
