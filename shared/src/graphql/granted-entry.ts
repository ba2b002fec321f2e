/** An entry that is granted help itself: that there is one, its kind, agency and dates are read by who may know of granted help. */
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Category } from "../visibility/category.js";
import { AgencyReference } from "./entities.js";
import { Entry } from "./entry.js";
import { Code } from "./values.js";

/**
 * The pointer fields of granted help (requirements 5.6 line 3; R03, R05): wider than those of a dossier, for Actiris, which grants too, learns
 * of help and of no dossier. The manifest says `"granted": true` of such a type, so that the directory's stub names the same category.
 */
@ObjectType()
export abstract class GrantedEntry extends Entry {
  @Field(() => GraphQLDateTime, { description: "When it was granted." })
  @Directive("@shareable")
  @Category("SUPPORT_GRANTED")
  override occurredAt!: Date;

  @Field(() => GraphQLDate, { description: "First day of the help, if it has one." })
  @Directive("@shareable")
  @Category("SUPPORT_GRANTED")
  override since!: string | null;

  @Field(() => GraphQLDate, { description: "Last day of the help; null while it has no end." })
  @Directive("@shareable")
  @Category("SUPPORT_GRANTED")
  override until!: string | null;

  @Field(() => AgencyReference, { description: "The agency under whose name it was granted." })
  @Directive("@shareable")
  @Category("SUPPORT_GRANTED")
  override agency!: AgencyReference;

  @Field(() => Code, { description: "What kind of help it is, with its label." })
  @Directive("@shareable")
  @Category("SUPPORT_GRANTED")
  override kind!: Code;

  @Field(() => Boolean, { description: "Whether the help runs today." })
  @Directive("@shareable")
  @Category("SUPPORT_GRANTED")
  override active!: boolean;
}
