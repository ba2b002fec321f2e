import { ObjectType } from "type-graphql";
import { OwnEntry } from "./own-entry.js";
import { TimelineEntry } from "./timeline-entry.type.js";

/** An entry whose type this graph does not know yet: an agency may grow before its clients do. */
@ObjectType({
  description: "An entry of a type that this graph does not know yet. All that is known of it is its pointer.",
  simpleResolvers: true,
  implements: TimelineEntry,
})
export class OtherEntry extends OwnEntry {}
