import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ContactPoint } from "./contact-point.entity.js";

/** What `removeContactPoint` needs. */
@InputType({ description: "A number or address that no longer works." })
export class RemoveContactPointInput {
  @Field(() => ID, {
    nullable: false,
    description: "A new random UUID; the same one when the same act is tried again. Kept for 30 days.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person." })
  entrepreneurId!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the contact point: of `Entrepreneur.contactPoints`." })
  contactPointId!: string;
}

/** What `removeContactPoint` answers. */
@ObjectType({ description: "The number or address, with its last day.", simpleResolvers: true })
@Category("STRUCTURE")
export class RemoveContactPointPayload {
  @Field(() => ContactPoint, { description: "The contact point, which no longer works; null where nothing was done." })
  contactPoint!: ContactPoint | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
