import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Mandate } from "./mandate.entity.js";

const keyDescription = "A new random UUID; the same one when the same act is tried again. Kept for 30 days.";
const personDescription = "UUIDv4 of the person.";
const evidenceDescription =
  "What 1819 was shown: STATE_GAZETTE, STATUTES, POWER_OF_ATTORNEY, REGISTER_EXTRACT, RESIGNATION. Kept in the history.";

/** What `addMandate` needs. */
@InputType({ description: "For which enterprise, as what and from when a person may act." })
export class AddMandateInput {
  @Field(() => ID, { nullable: false, description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: personDescription })
  entrepreneurId!: string;

  @Field(() => ID, { nullable: false, description: "Number of the enterprise, in any notation." })
  enterpriseNumber!: string;

  @Field(() => String, { nullable: false, description: "As what: a code of `Mandate.role`, such as DIRECTOR." })
  role!: string;

  @Field(() => String, { nullable: false, description: "First day, `YYYY-MM-DD`." })
  since!: string;

  @Field(() => String, { description: "Last day, `YYYY-MM-DD`; left out while it runs." })
  until?: string | null;

  @Field(() => String, { nullable: false, description: evidenceDescription })
  evidence!: string;
}

/** Which mandate, as it was read. */
@InputType()
abstract class ReadMandateInput {
  @Field(() => ID, { nullable: false, description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: personDescription })
  entrepreneurId!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the mandate: of `Entrepreneur.mandates`." })
  mandateId!: string;

  @Field(() => Int, { nullable: false, description: "The `version` of the mandate that was read." })
  version!: number;
}

/** What `endMandate` needs. */
@InputType({ description: "That a person acts for an enterprise no more." })
export class EndMandateInput extends ReadMandateInput {
  @Field(() => String, {
    description:
      "Last day, `YYYY-MM-DD`, today or later; where it is not given the right ends at once: the last day is yesterday, also of a mandate that began today.",
  })
  until?: string | null;
}

/** What `correctMandate` needs. */
@InputType({ description: "What a mandate was all along; what is left out stays as it is." })
export class CorrectMandateInput extends ReadMandateInput {
  @Field(() => String, { description: "As what: a code of `Mandate.role`." })
  role?: string | null;

  @Field(() => String, { description: "First day, `YYYY-MM-DD`." })
  since?: string | null;

  @Field(() => String, { description: "Last day, `YYYY-MM-DD`." })
  until?: string | null;

  @Field(() => Boolean, { description: "True where it runs on, without a last day; `until` is then left out." })
  runsOn?: boolean | null;

  @Field(() => String, { nullable: false, description: evidenceDescription })
  evidence!: string;
}

/** What every act on a mandate answers. */
@ObjectType({ description: "The mandate as it is now, and which owners know already.", simpleResolvers: true })
@Category("STRUCTURE")
export class MandatePayload {
  @Field(() => Mandate, { description: "The mandate; null where nothing was done." })
  mandate!: Mandate | null;

  @Field(() => [String], { nullable: false, description: "Subgraphs that have applied it." })
  reached!: readonly string[];

  @Field(() => [String], { nullable: false, description: "Subgraphs that have not said so within half a second." })
  pending!: readonly string[];

  @Field(() => String, {
    description: "Of a mandate that came from a register: the address where it is put right; null else.",
  })
  corrections!: string | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
