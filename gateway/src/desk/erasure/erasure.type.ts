import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";

/** How far an erasure is. */
export enum ErasureState {
  COMPLETE = "COMPLETE",
  INCOMPLETE = "INCOMPLETE",
}
registerEnumType(ErasureState, {
  name: "ErasureState",
  description: "How far an erasure is.",
  valuesConfig: {
    COMPLETE: { description: "Every owner has erased what may go." },
    INCOMPLETE: {
      description: "An owner has not answered: ask again with the same key, and those that have are not asked twice.",
    },
  },
});

/** How far it is at one owner. */
export enum ErasureOwnerState {
  ERASED = "ERASED",
  NOT_ANSWERED = "NOT_ANSWERED",
  REFUSED = "REFUSED",
  WAITING = "WAITING",
}
registerEnumType(ErasureOwnerState, {
  name: "ErasureOwnerState",
  description: "How far an erasure is at one owner.",
  valuesConfig: {
    ERASED: { description: "It has erased what may go; `lines` says what the law keeps." },
    NOT_ANSWERED: { description: "It did not answer: nothing is known to be erased there." },
    REFUSED: { description: "It would not: the key was used for another person. Nothing was erased there." },
    WAITING: {
      description:
        "It was not asked yet: the front door, which knows who the person is, comes when all others have answered.",
    },
  },
});

/** One line of data at one owner. */
@ObjectType({
  description: "What became of one line of a person's data at one owner. Counts, never content.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class ErasedLine {
  @Field(() => Code, { nullable: false, description: "The line of `shared/retention.yaml`." })
  line!: Code;

  @Field(() => Int, { nullable: false, description: "Rows that are gone." })
  erased!: number;

  @Field(() => Int, { nullable: false, description: "Rows of an enterprise that no longer name the person." })
  unnamed!: number;

  @Field(() => Int, { nullable: false, description: "Rows that stay." })
  kept!: number;

  @Field(() => GraphQLDate, {
    description:
      "Last day on which any of them stays; null where none stays, where help still runs, or where no age ends it (a public register).",
  })
  keptUntil!: string | null;

  @Field(() => String, { description: "On what it rests that they stay: the law; null where none stays." })
  basis!: string | null;
}

/** One owner's part. */
@ObjectType({ description: "What became of a person's data at one owner.", simpleResolvers: true })
@Category("STRUCTURE")
export class ErasureOwner {
  @Field(() => String, { nullable: false, description: "The subgraph." })
  owner!: string;

  @Field(() => [AgencyReference], { nullable: false, description: "The agencies whose data it keeps." })
  agencies!: readonly AgencyReference[];

  @Field(() => ErasureOwnerState, { nullable: false, description: "How far it is." })
  state!: ErasureOwnerState;

  @Field(() => GraphQLDateTime, { description: "When it erased, UTC; null where it has not." })
  erasedAt!: Date | null;

  @Field(() => [ErasedLine], { nullable: false, description: "Line by line; empty where it held nothing." })
  lines!: readonly ErasedLine[];
}

/** What became of a person's data. */
@ObjectType({ description: "What became of a person's data, owner by owner.", simpleResolvers: true })
@Category("STRUCTURE")
export class Erasure {
  @Field(() => ErasureState, { nullable: false, description: "How far it is." })
  state!: ErasureState;

  @Field(() => [ErasureOwner], { nullable: false, description: "Every owner; the front door last." })
  owners!: readonly ErasureOwner[];
}

/** What `eraseEntrepreneur` needs. */
@InputType({ description: "Whom to erase." })
export class EraseEntrepreneurInput {
  @Field(() => ID, {
    nullable: false,
    description:
      "A new random UUID; the same one until the erasure is complete. An owner that has erased answers the same again.",
  })
  idempotencyKey!: string;

  @Field(() => ID, { nullable: false, description: "UUIDv4 of the person, any the person has had." })
  entrepreneurId!: string;
}

/** What `eraseEntrepreneur` answers. */
@ObjectType({ description: "What was erased and what the law keeps.", simpleResolvers: true })
@Category("STRUCTURE")
export class EraseEntrepreneurPayload {
  @Field(() => Erasure, { description: "The erasure, complete or not; null where nothing was asked of anybody." })
  erasure!: Erasure | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
