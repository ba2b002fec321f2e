import { connectionOf } from "@parcours/shared/graphql/connection";
import { Entry } from "@parcours/shared/graphql/entry";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Directive, Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";

/** One meeting within a coaching dossier (S39, S46). That it took place is shared; its note is the coaching agency's and the person's (5.6). */
@Entity()
@ObjectType({ description: "One meeting between a coach and an entrepreneur.", simpleResolvers: true })
@Directive('@key(fields: "id")')
export class CoachingSession extends Entry {
  @Column({ type: "uuid" })
  dossierId!: string;

  @Column({ type: "text" })
  meetingCode!: string;

  @Column({ type: "integer" })
  @Field(() => Int, { description: "How long it took, in minutes." })
  @Category("COACHING_CONTENT")
  minutes!: number;

  @Column({ type: "text" })
  staffId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name of the coach who held it." })
  @Category("DOSSIER_HEADER")
  advisorName!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "What the coach wrote down; confidential." })
  @Category("COACHING_CONTENT")
  note!: string | null;

  @Field(() => Code, { description: "What kind of meeting it was: individual, collective, follow-up, workshop." })
  @Category("DOSSIER_HEADER")
  meeting!: Code;
}

/** A page of sessions. */
export const CoachingSessionConnection = connectionOf(CoachingSession);
