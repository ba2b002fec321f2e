import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { OwnEntry } from "../directory/own-entry.js";
import { TimelineEntry } from "../directory/timeline-entry.type.js";

/** One contact of a person with the front door (S18). */
@Entity()
@ObjectType({ description: "One contact of a person with 1819.", simpleResolvers: true, implements: TimelineEntry })
@Directive('@key(fields: "id")')
export class Interaction extends OwnEntry {
  @Column({ type: "text" })
  channelCode!: string;

  @Column({ type: "text" })
  topicCode!: string;

  @Column({ type: "text" })
  outcomeCode!: string;

  /** The language the person spoke. */
  @Column({ type: "text" })
  languageCode!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "What was asked, in the person's words and language." })
  @Category("INTERACTION_CONTENT")
  question!: string;

  @Column({ type: "text" })
  staffId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name of the advisor who answered." })
  @Category("DOSSIER_HEADER")
  advisorName!: string;

  @Field(() => Code, { description: "How the person reached 1819." })
  @Category("DOSSIER_HEADER")
  channel!: Code;

  @Field(() => Code, { description: "What it was about." })
  @Category("INTERACTION_CONTENT")
  topic!: Code;

  @Field(() => Code, { description: "What came of it." })
  @Category("INTERACTION_CONTENT")
  outcome!: Code;
}

/** A page of contacts. */
export const InteractionConnection = connectionOf(Interaction);
