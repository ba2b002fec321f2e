import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** Where the register's rows come from, and of which day they are (`meta.csv`). */
@Entity({ name: "register_extract" })
@ObjectType("RegistrySource", {
  description: "Where facts of the register come from, and of which day they are.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class RegisterExtract {
  @PrimaryColumn({ type: "text" })
  @Field(() => String, {
    nullable: false,
    description: "`KBO` (Crossroads Bank for Enterprises, open data of FPS Economy) or `DEMONSTRATION`.",
  })
  source!: string;

  @Column({ type: "integer", nullable: true })
  @Field(() => Int, { description: "Number of the extract; null for the demonstration." })
  extractNumber!: number | null;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "The day whose state the facts show." })
  snapshotDate!: string | null;

  @Column({ type: "text", nullable: true })
  version!: string | null;

  @Column({ type: "timestamptz", precision: 3 })
  @Field(() => GraphQLDateTime, { nullable: false, description: "When they were taken over." })
  importedAt!: Date;
}
