import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { SharingGrant } from "./sharing-grant.entity.js";

/** What `grantSharing` needs. */
@InputType({ description: "What a person opens, to whom and for how long." })
export class GrantSharingInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person whose data they are." })
  entrepreneurId!: string;

  @Field(() => ID, { nullable: false, description: "Code of the agency whose staff may see it: `HUB`." })
  toAgency!: string;

  @Field(() => [String], { nullable: false, description: "What is opened: codes of `grantableCategories`." })
  categories!: string[];

  @Field(() => String, {
    description: "Last day, `YYYY-MM-DD`, at most two years from today; a year from today where it is not given.",
  })
  until?: string | null;

  @Field(() => String, {
    description: "For an advisor only, who must say it: `PHONE`, `IN_WRITING` or `AT_DESK`.",
  })
  howGiven?: string | null;
}

/** What `withdrawSharing` needs. */
@InputType({ description: "Which grant is withdrawn." })
export class WithdrawSharingInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the grant." })
  grantId!: string;
}

/** What `grantSharing` answers. */
@ObjectType({ description: "What was opened.", simpleResolvers: true })
@Category("STRUCTURE")
export class GrantSharingPayload {
  @Field(() => [SharingGrant], { description: "One grant for each category; null where nothing was done." })
  sharingGrants!: SharingGrant[] | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}

/** What `withdrawSharing` answers. */
@ObjectType({ description: "What was withdrawn, and who obeys already.", simpleResolvers: true })
@Category("STRUCTURE")
export class WithdrawSharingPayload {
  @Field(() => SharingGrant, { description: "The grant as it is now; null where nothing was done." })
  sharingGrant!: SharingGrant | null;

  @Field(() => [String], {
    nullable: false,
    description: "Subgraphs that have applied it: their next answer obeys.",
  })
  reached!: readonly string[];

  @Field(() => [String], {
    nullable: false,
    description: "Subgraphs that have not said so within half a second: they obey within 30 seconds.",
  })
  pending!: readonly string[];

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
