import { Category } from "@parcours/shared/visibility/category";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A name of an enterprise, an establishment or a branch (`denomination.csv`). */
@Entity({ name: "denomination" })
@ObjectType("RegisteredName", {
  description: "A name in the register, of an enterprise, an establishment or a branch.",
  simpleResolvers: true,
})
@Category("STRUCTURE")
export class Denomination {
  @PrimaryColumn({ type: "text" })
  entityNumber!: string;

  @PrimaryColumn({ type: "text" })
  typeCode!: string;

  @PrimaryColumn({ type: "text" })
  languageCode!: string;

  @PrimaryColumn({ type: "text" })
  @Field(() => String, { nullable: false, description: "The name as registered." })
  denomination!: string;

  /** Whose name it is in the end; null for an orphan. */
  @Column({ type: "text", nullable: true })
  enterpriseNumber!: string | null;

  /** What a search compares with. */
  @Column({ type: "text" })
  search!: string;

  @Column({ type: "text" })
  source!: string;
}
