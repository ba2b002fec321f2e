import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code, PageInfo } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { LoggedLook } from "./logged-look.type.js";

/** Whether an owner told what it knows. */
export enum LookupOwnerState {
  ANSWERED = "ANSWERED",
  NOT_ANSWERED = "NOT_ANSWERED",
}
registerEnumType(LookupOwnerState, {
  name: "LookupOwnerState",
  description: "Whether an owner told who looked at what it keeps.",
  valuesConfig: {
    ANSWERED: { description: "Its looks are in the list." },
    NOT_ANSWERED: {
      description: "It did not answer: its looks are missing from the list, which is not to say there are none.",
    },
  },
});

/** One look at a person's data, as the person reads it: the agency, never the official. */
@ObjectType({
  description:
    "One look at a person's data: who, why, at what, with what result. Never a value, never the official's name.",
})
@Category("STRUCTURE")
export class Lookup extends LoggedLook {
  @Field(() => AgencyReference, {
    description: "For which agency; null where a person or mandatary looked, or the look is restricted.",
  })
  agency!: AgencyReference | null;

  @Field(() => Code, { description: "In which role; null where the look is restricted." })
  role!: Code | null;

  @Field(() => Boolean, { nullable: false, description: "Whether the person looked at the own data." })
  byYourself!: boolean;

  @Field(() => String, {
    description: "The enterprise through which the person was looked at; null where it was the person.",
  })
  enterpriseNumber!: string | null;

  @Field(() => Boolean, {
    nullable: false,
    description: "Whether the person was looked at; false where the look only named an enterprise of the person.",
  })
  ofYourself!: boolean;

  @Field(() => Code, {
    description:
      "Set where who has a mandate in the enterprise is told no more than that there was a look: agency, role, purpose, case and categories are then blank. The data protection officer is told all.",
  })
  restriction!: Code | null;

  @Field(() => String, {
    description: "`SELF` or `COLLEAGUE` where an official looked so; told to the data protection officer only.",
  })
  flag!: string | null;
}

/** One owner's part in the list. */
@ObjectType({ description: "One owner's part in the list of looks.", simpleResolvers: true })
@Category("STRUCTURE")
export class LookupOwner {
  @Field(() => String, { nullable: false, description: "The subgraph." })
  owner!: string;

  @Field(() => [AgencyReference], { nullable: false, description: "The agencies whose data it keeps." })
  agencies!: readonly AgencyReference[];

  @Field(() => LookupOwnerState, { nullable: false, description: "Whether it told." })
  state!: LookupOwnerState;

  @Field(() => Int, { description: "How many looks it knows of, whatever the page; null where it did not answer." })
  total!: number | null;

  @Field(() => GraphQLDateTime, { description: "Since when it keeps a log." })
  since!: Date | null;

  @Field(() => GraphQLDateTime, { description: "When it said so: its heartbeat." })
  heartbeat!: Date | null;

  @Field(() => Boolean, {
    nullable: false,
    description:
      "Whether its whole part is told; false where it did not answer, or left out looks through enterprises because it cannot tell today's mandates.",
  })
  isComplete!: boolean;
}

/** One look with its cursor. */
@ObjectType({ description: "One look in the list, with its cursor.", simpleResolvers: true })
@Category("STRUCTURE")
export class LookupEdge {
  @Field(() => String, { nullable: false, description: "Give it as `after` to read on behind this one." })
  cursor!: string;

  @Field(() => Lookup, { description: "The look." })
  node!: Lookup;
}

/** A page of looks over all owners. */
@ObjectType({
  description:
    "A page of looks over all owners, newest first. `owners` names who did not answer: their looks are missing.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class LookupConnection {
  @Field(() => [LookupEdge], { nullable: false, description: "The looks of this page." })
  edges!: LookupEdge[];

  @Field(() => PageInfo, { nullable: false, description: "Where this page ends." })
  pageInfo!: PageInfo;

  @Field(() => [LookupOwner], { nullable: false, description: "Every owner, and whether it answered." })
  owners!: LookupOwner[];
}
