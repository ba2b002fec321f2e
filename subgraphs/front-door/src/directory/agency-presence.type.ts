import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { AgencyType } from "../agency/agency.type.js";
import type { AgencyPresence } from "./presence.rules.js";

/** The four things that can be said of an agency and a person; silence is none of them. */
export enum PresenceStateCode {
  KNOWN = "KNOWN",
  KNOWN_NOT_VISIBLE = "KNOWN_NOT_VISIBLE",
  UNKNOWN_HERE = "UNKNOWN_HERE",
  NOT_ANSWERED = "NOT_ANSWERED",
}
registerEnumType(PresenceStateCode, {
  name: "PresenceState",
  description: "What is known of an agency's dealings with a person.",
  valuesConfig: {
    KNOWN: { description: "The agency knows the person, and you may see at least one of its entries." },
    KNOWN_NOT_VISIBLE: { description: "The agency knows the person; what it holds is not shared with you." },
    UNKNOWN_HERE: {
      description:
        "The directory holds nothing that you may know. Restricted help is never in the directory, whoever asks: the agency's own section, or the agency itself, can tell.",
    },
    NOT_ANSWERED: { description: "The directory's copy of this agency is older than a minute: nobody can say." },
  },
});

/** One agency and a person. */
@ObjectType("AgencyPresence", { description: "Whether one agency knows a person.", simpleResolvers: true })
@Category("STRUCTURE")
export class AgencyPresenceType implements AgencyPresence {
  @Field(() => AgencyType, { nullable: false, description: "The agency." })
  agency!: AgencyType;

  @Field(() => PresenceStateCode, { nullable: false, description: "Whether it knows the person." })
  state!: PresenceStateCode;

  @Field(() => GraphQLDateTime, { description: "When the directory last read all that the agency had to tell." })
  asOf!: Date | null;
}
