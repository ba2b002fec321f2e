import { connectionOf } from "@parcours/shared/graphql/connection";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A room or desk that a site lets (S99, S100). */
@Entity()
@ObjectType({ description: "A room or desk that a site lets.", simpleResolvers: true })
export class SiteUnit {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the unit." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "uuid" })
  siteId!: string;

  /** Place in the site's own list, from 0. */
  @Column({ type: "integer" })
  position!: number;

  @Column({ type: "text" })
  @Field(() => String, { description: "What it is called at the site: `A-012`." })
  @Category("PUBLIC")
  code!: string;

  @Column({ type: "text" })
  kindCode!: string;

  @Column({ type: "integer" })
  @Field(() => Int, { description: "Floor area in square metres." })
  @Category("PUBLIC")
  squareMetres!: number;

  /** Where the row came from. */
  @Column({ type: "text" })
  source!: string;

  @Field(() => Code, { description: "Office, workshop or desk." })
  @Category("PUBLIC")
  kind!: Code;
}

/** A page of units, in the site's own order. */
export const SiteUnitConnection = connectionOf(SiteUnit, "in the order of the site's own list");
