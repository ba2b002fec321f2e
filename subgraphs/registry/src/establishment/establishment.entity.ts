import { connectionOf } from "@parcours/shared/graphql/connection";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A place where an enterprise works (`establishment.csv`). */
@Entity({ name: "establishment" })
@ObjectType({ description: "A place where an enterprise works: an establishment unit.", simpleResolvers: true })
@Category("STRUCTURE")
export class Establishment {
  @PrimaryColumn({ type: "text" })
  @Field(() => String, { nullable: false, description: "Establishment unit number: ten digits, the first 2 to 8." })
  number!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "First day of the establishment." })
  startDate!: string | null;

  @Column({ type: "text" })
  enterpriseNumber!: string;

  @Column({ type: "text" })
  source!: string;
}

/** A page of establishments. */
export const EstablishmentConnection = connectionOf(Establishment, "by number");
