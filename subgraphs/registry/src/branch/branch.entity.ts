import { connectionOf } from "@parcours/shared/graphql/connection";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A branch of a foreign enterprise (`branch.csv`). Its number is not official: never look for it elsewhere. */
@Entity({ name: "branch" })
@ObjectType("RegisteredBranch", { description: "A branch in Belgium of a foreign enterprise.", simpleResolvers: true })
@Category("STRUCTURE")
export class RegisteredBranch {
  @PrimaryColumn({ type: "text" })
  @Field(() => String, {
    nullable: false,
    description: "Ten digits, the first 9. Used inside the register's files only; not an official number.",
  })
  id!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "First day of the branch." })
  startDate!: string | null;

  @Column({ type: "text" })
  enterpriseNumber!: string;

  @Column({ type: "text" })
  source!: string;
}

/** A page of branches. */
export const RegisteredBranchConnection = connectionOf(RegisteredBranch, "by id");
