import { Category } from "@parcours/shared/visibility/category";
import { Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A public contact point of an enterprise, an establishment or a branch (`contact.csv`). */
@Entity({ name: "contact" })
@ObjectType("RegisteredContact", { description: "A public contact point in the register.", simpleResolvers: true })
@Category("STRUCTURE")
export class Contact {
  @PrimaryColumn({ type: "text" })
  entityNumber!: string;

  /** `ENT`, `EST` or `BRA`. */
  @PrimaryColumn({ type: "text" })
  entityContactCode!: string;

  @PrimaryColumn({ type: "text" })
  typeCode!: string;

  @PrimaryColumn({ type: "text" })
  @Field(() => String, { nullable: false, description: "As it stands in the register: `02 315 13 51`." })
  value!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    description: "The telephone number in E.164; null for other types and for a number that cannot be read.",
  })
  e164!: string | null;

  @Column({ type: "text" })
  source!: string;
}
