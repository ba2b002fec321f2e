import { Entry } from "@parcours/shared/graphql/entry";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ObjectType } from "type-graphql";
import { TimelineEntry } from "./timeline-entry.type.js";

/** An entry whose type this graph does not know yet: an agency may grow before its clients do. */
@ObjectType({ description: "An entry of a kind that this graph does not know yet. All that is known of it is its pointer.", simpleResolvers: true, implements: TimelineEntry })
export class OtherEntry extends Entry {
  @Field(() => String, { description: "Always null: nobody here can say what it is." })
  @Category("DOSSIER_HEADER")
  declare label: never;
}
