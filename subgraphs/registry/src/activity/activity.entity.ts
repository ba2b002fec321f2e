import { Category } from "@parcours/shared/visibility/category";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** An activity of an enterprise or an establishment (`activity.csv`). */
@Entity({ name: "activity" })
@ObjectType("RegisteredActivity", { description: "An activity in the register.", simpleResolvers: true })
@Category("STRUCTURE")
export class Activity {
  @PrimaryColumn({ type: "text" })
  entityNumber!: string;

  @PrimaryColumn({ type: "text" })
  groupCode!: string;

  @PrimaryColumn({ type: "text" })
  @Field(() => String, {
    nullable: false,
    description: "Version of NACE-BEL: 2025, 2008 or 2003. Codes of two versions are never compared.",
  })
  naceVersion!: string;

  @PrimaryColumn({ type: "text" })
  naceCode!: string;

  @PrimaryColumn({ type: "text" })
  classificationCode!: string;

  @Column({ type: "text" })
  source!: string;
}
