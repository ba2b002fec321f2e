import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** One of the six months of a coworking cheque. */
@Entity()
@ObjectType({ description: "One of the six months of a coworking cheque.", simpleResolvers: true })
@Category("STRUCTURE")
export class CoworkingChequeMonth {
  @PrimaryColumn({ type: "uuid" })
  chequeId!: string;

  @PrimaryColumn({ type: "smallint" })
  @Field(() => Int, { nullable: false, description: "1 to 6: months are used in this order." })
  number!: number;

  @Column({ type: "text" })
  kindCode!: string;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { nullable: false, description: "First day." })
  since!: string;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { nullable: false, description: "Last day." })
  until!: string;

  /** Where the row came from. */
  @Column({ type: "text" })
  source!: string;

  @Field(() => Code, { nullable: false, description: "Who pays it: nobody, the entrepreneur, the sponsor." })
  kind!: Code;
}
