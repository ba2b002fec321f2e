import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A test of an activity inside an activity cooperative, without an enterprise number of one's own (S72; J18). */
@Entity()
@ObjectType({
  description:
    "A test of an activity inside an activity cooperative, before there is an enterprise number. The cooperative is host, not employer.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class TestPhase {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the test phase." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "text" })
  agencyCode!: string;

  /** The person's id when it was written; a merge of two files does not rewrite it. */
  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "uuid" })
  projectId!: string;

  @Column({ type: "uuid" })
  dossierId!: string;

  /** When it was first written down: the order of lists. */
  @Column({ type: "timestamptz", precision: 3 })
  occurredAt!: Date;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "First day of the test." })
  @Category("DOSSIER_HEADER")
  startedOn!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day of the test; null while it runs." })
  @Category("DOSSIER_HEADER")
  endedOn!: string | null;

  @Column({ type: "boolean", nullable: true })
  @Field(() => Boolean, { description: "Whether the activity proved itself; null while the test runs." })
  @Category("COACHING_CONTENT")
  successful!: boolean | null;

  @Column({ type: "text" })
  source!: string;

  @Field(() => AgencyReference, { description: "The cooperative that hosts the activity; it employs nobody." })
  @Category("DOSSIER_HEADER")
  host!: AgencyReference;
}

/** A page of test phases. */
export const TestPhaseConnection = connectionOf(TestPhase);
