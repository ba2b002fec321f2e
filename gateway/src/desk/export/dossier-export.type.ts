import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";

/** Whether an owner told all that it was asked. */
export enum DossierOwnerState {
  ANSWERED = "ANSWERED",
  NOT_ANSWERED = "NOT_ANSWERED",
}
registerEnumType(DossierOwnerState, {
  name: "DossierOwnerState",
  description: "Whether an owner told all that it was asked for a copy.",
  valuesConfig: {
    ANSWERED: { description: "What it may show is in the copy." },
    NOT_ANSWERED: {
      description:
        "Somewhere it did not answer: its data may be missing from the copy, which is not to say there are none.",
    },
  },
});

/** Why something is not in a copy. */
export enum DossierCutReason {
  SIZE = "SIZE",
  TIME = "TIME",
}

/** One owner's part in a copy. */
@ObjectType({ description: "One owner's part in a copy of a dossier.", simpleResolvers: true })
@Category("STRUCTURE")
export class DossierOwner {
  @Field(() => String, { nullable: false, description: "The subgraph." })
  owner!: string;

  @Field(() => [AgencyReference], { nullable: false, description: "The agencies whose data it keeps." })
  agencies!: readonly AgencyReference[];

  @Field(() => DossierOwnerState, { nullable: false, description: "Whether it told all that it was asked." })
  state!: DossierOwnerState;
}

registerEnumType(DossierCutReason, {
  name: "DossierCutReason",
  description: "Why something is not in a copy.",
  valuesConfig: {
    SIZE: { description: "The copy holds as many records as one copy may." },
    TIME: { description: "The copy took as long as one copy may." },
  },
});

/** Something that a limit left out of a copy. */
@ObjectType({
  description:
    "A list, or an enterprise, of which not all is in the copy, and where to read on: ask the same list of the graph with `after`.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class DossierCut {
  @Field(() => String, { nullable: false, description: "Where in the graph it stands: `entrepreneur.timeline`." })
  source!: string;

  @Field(() => String, { description: "Id of the record, or number of the enterprise, in which it stands, if in one." })
  within!: string | null;

  @Field(() => Int, { nullable: false, description: "Records of it that are in the copy." })
  told!: number;

  @Field(() => String, { description: "Cursor behind the last of them, for `after`; null where none is in it." })
  after!: string | null;

  @Field(() => DossierCutReason, { nullable: false, description: "Why." })
  reason!: keyof typeof DossierCutReason;
}

/** All that the owners hold of a person, in one file. */
@ObjectType({
  description: "All that the owners hold of a person and may show to who asks, in one file, each fact with its source.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class DossierExport {
  @Field(() => GraphQLDateTime, { nullable: false, description: "When it was made, UTC." })
  generatedAt!: Date;

  @Field(() => String, {
    nullable: false,
    description:
      "For programs: `{ generatedAt, language, owners, records: [{ type, source, owner, agency, at, facts: [{ field, value, owner, agency, at }], records }], withheld, cut }` as JSON.",
  })
  json!: string;

  @Field(() => String, {
    nullable: false,
    description: "For people: one page of HTML in the language asked, without scripts, to be read, printed or kept.",
  })
  html!: string;

  @Field(() => [DossierOwner], { nullable: false, description: "Every owner, and whether it answered." })
  owners!: readonly DossierOwner[];

  @Field(() => [DossierCut], {
    nullable: false,
    description: "What is missing because the copy reached a limit, and where to read on; empty for nearly everybody.",
  })
  cut!: readonly DossierCut[];
}
