import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code, PageInfo } from "@parcours/shared/graphql/values";
import { UserError } from "@parcours/shared/mutations/user-error";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime, GraphQLJSON } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DeskEnterprise } from "../enterprise.stub.js";
import { DeskEntrepreneur } from "../entrepreneur.stub.js";
import { DeskProject } from "../project.stub.js";

/** Who said or changed something. */
export enum FactAuthor {
  PERSON = "PERSON",
  MANDATARY = "MANDATARY",
  AGENCY = "AGENCY",
  REGISTER = "REGISTER",
}
registerEnumType(FactAuthor, {
  name: "FactAuthor",
  description: "Who said or changed something: never a name.",
  valuesConfig: {
    PERSON: { description: "The person whose data they are." },
    MANDATARY: { description: "Somebody with a mandate in the enterprise." },
    AGENCY: { description: "Staff of an agency, which is named beside it." },
    REGISTER: { description: "A register, when an extract of it was taken over: `source` names it." },
  },
});

/** How a dispute stands. */
export enum FactDisputeState {
  OPEN = "OPEN",
  ACCEPTED = "ACCEPTED",
  REJECTED = "REJECTED",
}
registerEnumType(FactDisputeState, {
  name: "FactDisputeState",
  description: "How the dispute of a fact stands.",
  valuesConfig: {
    OPEN: { description: "The owner has not answered yet: it stands beside the fact." },
    ACCEPTED: { description: "The owner put it right." },
    REJECTED: { description: "The owner left the fact as it is, and says why." },
  },
});

/** A fact that somebody says is wrong. */
@ObjectType({
  description:
    "A fact that somebody says is wrong. It stands beside the fact, for whoever reads the fact, and its owner alone answers.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class FactDispute {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the dispute." })
  id!: string;

  @Field(() => String, { nullable: false, description: "The fact, by coordinate: `Entrepreneur.familyName`." })
  coordinate!: string;

  @Field(() => Code, { nullable: false, description: "What the fact is." })
  concept!: Code;

  @Field(() => DeskEntrepreneur, { description: "Whose fact it is; of a project, who works on it." })
  entrepreneur!: DeskEntrepreneur | null;

  @Field(() => DeskEnterprise, { description: "The enterprise whose fact it is; null where it is no enterprise's." })
  enterprise!: DeskEnterprise | null;

  @Field(() => DeskProject, { description: "The project whose fact it is; null where it is no project's." })
  project!: DeskProject | null;

  @Field(() => FactDisputeState, { nullable: false, description: "How it stands." })
  state!: FactDisputeState;

  @Field(() => GraphQLJSON, {
    description: "What it should be, as the graph gives it; null where only words were said.",
  })
  value!: unknown;

  @Field(() => String, { description: "The same in words of the request's language." })
  text!: string | null;

  @Field(() => String, { description: "Why it is wrong, in the words of who said so; null where a form said it." })
  statement!: string | null;

  @Field(() => FactAuthor, { nullable: false, description: "Who said so." })
  author!: FactAuthor;

  @Field(() => AgencyReference, { description: "For which agency; null where no agency said so." })
  authorAgency!: AgencyReference | null;

  @Field(() => String, { description: "Code of the form on which it was said; null where it was no form." })
  form!: string | null;

  @Field(() => GraphQLDateTime, { nullable: false, description: "When it was said." })
  raisedAt!: Date;

  @Field(() => GraphQLDate, {
    nullable: false,
    description: "Until when the owner has to answer: one month (GDPR 12(3)).",
  })
  dueOn!: string;

  @Field(() => Boolean, { nullable: false, description: "Whether that day is over and nobody has answered." })
  isOverdue!: boolean;

  @Field(() => AgencyReference, { nullable: false, description: "The agency that keeps the fact and answers." })
  owner!: AgencyReference;

  @Field(() => String, {
    description:
      "The owner's reason, or how it was put right; null until it answers, and where people changed it themselves.",
  })
  reason!: string | null;

  @Field(() => GraphQLDateTime, { description: "When the owner answered; null until then." })
  answeredAt!: Date | null;

  @Field(() => Boolean, {
    nullable: false,
    description: "Whether the answer changed the fact here; else `reason` says how it was put right.",
  })
  isChanged!: boolean;

  @Field(() => Int, { nullable: false, description: "Name it in the answer: it grows with every change." })
  version!: number;
}

/** One dispute in a list. */
@ObjectType({ description: "One dispute in a list, with its cursor.", simpleResolvers: true })
@Category("STRUCTURE")
export class FactDisputeEdge {
  @Field(() => String, { nullable: false, description: "Give it as `after` to read on behind this one." })
  cursor!: string;

  @Field(() => FactDispute, { description: "The dispute." })
  node!: FactDispute;
}

/** A page of disputes over all owners. */
@ObjectType({
  description:
    "A page of disputes over all owners. What the reader may not read is left out before rows, cursors and counts exist; `silentOwners` names who did not answer.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class FactDisputeConnection {
  @Field(() => [FactDisputeEdge], { nullable: false, description: "The disputes of this page." })
  edges!: readonly FactDisputeEdge[];

  @Field(() => PageInfo, { nullable: false, description: "Where this page ends." })
  pageInfo!: PageInfo;

  @Field(() => [String], {
    nullable: false,
    description: "Subgraphs that did not answer: their disputes are missing, which is not to say that there are none.",
  })
  silentOwners!: readonly string[];
}

/** What `disputeFact` and `answerDispute` answer. */
@ObjectType({ description: "The dispute as it is now.", simpleResolvers: true })
@Category("STRUCTURE")
export class FactDisputePayload {
  @Field(() => FactDispute, { description: "The dispute; null where nothing was done." })
  dispute!: FactDispute | null;

  @Field(() => String, { description: "Of a register's fact: where it is put right." })
  corrections!: string | null;

  @Field(() => [UserError], { nullable: false, description: "What was wrong; empty where it was done." })
  errors!: readonly UserError[];
}
