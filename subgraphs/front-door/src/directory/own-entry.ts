import { Entry } from "@parcours/shared/graphql/entry";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { AgencyType } from "../agency/agency.type.js";

/** An entry of the front door's own: its agency is not a mere reference, for agencies are the front door's. */
@ObjectType()
export abstract class OwnEntry extends Entry {
  @Field(() => AgencyType, { description: "The agency under whose name it was opened." })
  @Directive("@shareable")
  @Category("DOSSIER_HEADER")
  override agency!: AgencyType;
}
