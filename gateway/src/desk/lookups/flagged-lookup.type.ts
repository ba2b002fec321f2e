import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code, PageInfo } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { DeskEntrepreneur } from "../entrepreneur.stub.js";
import { LoggedLook } from "./logged-look.type.js";
import { LookupOwner } from "./lookup.type.js";

/** Why a look is one to ask about. */
export enum LookupFlag {
  SELF = "SELF",
  COLLEAGUE = "COLLEAGUE",
}
registerEnumType(LookupFlag, {
  name: "LookupFlag",
  description: "Why a look is one to ask about. A flag refuses nothing: a colleague may call like anybody.",
  valuesConfig: {
    SELF: { description: "An official looked at the own file in an official's role." },
    COLLEAGUE: { description: "An official looked at somebody who works at the same agency." },
  },
});

/** One look to ask about. */
@ObjectType({
  description: "A look of an official at the own file or at a colleague's: who, whom, why. Never a value.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class FlaggedLookup extends LoggedLook {
  @Field(() => LookupFlag, { nullable: false, description: "Why it is one to ask about." })
  flag!: LookupFlag;

  @Field(() => DeskEntrepreneur, { description: "Whom it was at; null where that person was erased." })
  entrepreneur!: DeskEntrepreneur | null;

  @Field(() => AgencyReference, { description: "For which agency." })
  agency!: AgencyReference | null;

  @Field(() => String, { description: "The official, by the id at the agency: for the agency's own inquiry." })
  staffId!: string | null;

  @Field(() => Code, { nullable: false, description: "In which role." })
  role!: Code;
}

/** One flagged look with its cursor. */
@ObjectType({ description: "One flagged look in the list, with its cursor.", simpleResolvers: true })
@Category("STRUCTURE")
export class FlaggedLookupEdge {
  @Field(() => String, { nullable: false, description: "Give it as `after` to read on behind this one." })
  cursor!: string;

  @Field(() => FlaggedLookup, { description: "The look." })
  node!: FlaggedLookup;
}

/** A page of flagged looks over all owners. */
@ObjectType({
  description:
    "A page of flagged looks over all owners, newest first. `owners` names who did not answer: their looks are missing.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class FlaggedLookupConnection {
  @Field(() => [FlaggedLookupEdge], { nullable: false, description: "The looks of this page." })
  edges!: FlaggedLookupEdge[];

  @Field(() => PageInfo, { nullable: false, description: "Where this page ends." })
  pageInfo!: PageInfo;

  @Field(() => [LookupOwner], { nullable: false, description: "Every owner, and whether it answered." })
  owners!: LookupOwner[];
}
