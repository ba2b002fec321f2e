import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InterfaceType } from "type-graphql";
import { AgencyType } from "../agency/agency.type.js";

/** One thing that happened on somebody's path, at any agency. */
@InterfaceType("TimelineEntry", {
  description:
    "One thing that happened on somebody's path, at any agency. The directory knows where it is; its owner says what it is.",
})
export abstract class TimelineEntry {
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the entry." })
  @Category("PUBLIC")
  id!: string;

  @Field(() => GraphQLDateTime, { description: "When it happened." })
  @Category("DOSSIER_HEADER")
  occurredAt!: Date;

  @Field(() => AgencyType, { description: "The agency under whose name it was opened." })
  @Category("DOSSIER_HEADER")
  agency!: AgencyType;

  @Field(() => Code, { description: "What kind of entry it is, with its label." })
  @Category("DOSSIER_HEADER")
  kind!: Code;

  @Field(() => String, {
    description: "What the entry is, in one line, from its owner; null with an error where the owner does not answer.",
  })
  @Category("DOSSIER_HEADER")
  label(@LanguageArgument() _language?: string | null): string | null {
    throw new Error("an interface resolves nothing");
  }
}

/** A page of the timeline. */
export const TimelineEntryConnection = connectionOf(TimelineEntry as never);
