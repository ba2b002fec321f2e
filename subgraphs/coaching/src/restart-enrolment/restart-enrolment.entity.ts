import { connectionOf } from "@parcours/shared/graphql/connection";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { RestrictedRow } from "../difficulty-case/restricted-row.js";

/**
 * Enrolment in the package for entrepreneurs in difficulty and those who restart (S42). Who is in it is or was in difficulty, so it is
 * restricted like a case.
 */
@Entity()
@ObjectType({
  description: "Enrolment in the restart package. Restricted as a whole: that it exists included.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class RestartEnrolment extends RestrictedRow {
  @Column({ type: "uuid", nullable: true })
  projectId!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day of the package; null while it runs." })
  @Category("DIFFICULTY_CASE")
  endedOn!: string | null;

  @Field(() => GraphQLDateTime, { description: "When the person was enrolled." })
  @Category("DIFFICULTY_CASE")
  enrolledAt!: Date;
}

/** A page of enrolments in the restart package. */
export const RestartEnrolmentConnection = connectionOf(RestartEnrolment);
