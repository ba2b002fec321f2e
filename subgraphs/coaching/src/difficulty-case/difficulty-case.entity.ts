import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { Restart } from "./restart.type.js";
import { RestrictedRow } from "./restricted-row.js";

/**
 * A case of an entrepreneur in difficulty (S52; J09). The most sensitive thing here: that it exists is already restricted, so it stands in
 * no timeline, no presence and no policy row, and nothing else in the graph says that it is there.
 */
@Entity()
@ObjectType({
  description: "A case of an entrepreneur in difficulty. Restricted as a whole: that it exists included.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class DifficultyCase extends RestrictedRow {
  @Column({ type: "uuid", nullable: true })
  referralId!: string | null;

  @Column({ type: "text" })
  originCode!: string;

  @Column({ type: "text", array: true })
  causeCodes!: string[];

  @Column({ type: "text", array: true })
  helperCodes!: string[];

  @Column({ type: "text" })
  severityCode!: string;

  @Column({ type: "text" })
  statusCode!: string;

  @Column({ type: "text", nullable: true })
  outcomeCode!: string | null;

  @Column({ type: "text" })
  staffId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name of the adviser to whom the case is assigned." })
  @Category("DIFFICULTY_CASE")
  advisorName!: string;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When it was closed; null while it is open." })
  @Category("DIFFICULTY_CASE")
  closedAt!: Date | null;

  @Column({ type: "date", nullable: true })
  diagnosisOn!: string | null;

  @Column({ type: "date", nullable: true })
  businessPlanOn!: string | null;

  @Column({ type: "date", nullable: true })
  financingPlanOn!: string | null;

  @Field(() => GraphQLDateTime, { description: "When the person came to the centre." })
  @Category("DIFFICULTY_CASE")
  receivedAt!: Date;

  @Field(() => Code, { description: "How the person came to the centre." })
  @Category("DIFFICULTY_CASE")
  origin!: Code;

  @Field(() => [Code], { description: "Why the enterprise is in difficulty." })
  @Category("DIFFICULTY_CASE")
  causes!: Code[];

  @Field(() => [Code], { description: "Kinds of helpers who work on it." })
  @Category("DIFFICULTY_CASE")
  helpers!: Code[];

  @Field(() => Code, { description: "How serious it is." })
  @Category("DIFFICULTY_CASE")
  severity!: Code;

  @Field(() => Code, { description: "Where it stands." })
  @Category("DIFFICULTY_CASE")
  status!: Code;

  @Field(() => Code, { description: "How it ended; null while it is open." })
  @Category("DIFFICULTY_CASE")
  outcome!: Code | null;

  @Field(() => Restart, { description: "The steps before a restart credit; null where nobody restarts." })
  @Category("DIFFICULTY_CASE")
  restart!: Restart | null;
}

/** A page of difficulty cases. */
export const DifficultyCaseConnection = connectionOf(DifficultyCase);
