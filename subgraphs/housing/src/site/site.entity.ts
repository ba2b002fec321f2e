import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A place that houses enterprises: incubator, business centre, coworking space (S99, S100, S108). Its name and address are in `site.resolver`. */
@Entity()
@ObjectType({
  description: "A place that houses enterprises: incubator, business centre, coworking space.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Site {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the site." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "text" })
  agencyCode!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name of the body that runs it from day to day." })
  @Category("PUBLIC")
  operatorName!: string;

  @Column({ type: "text" })
  kindCode!: string;

  @Column({ type: "text" })
  ownershipCode!: string;

  @Column({ type: "text" })
  nameFr!: string;

  @Column({ type: "text" })
  nameNl!: string;

  @Column({ type: "text" })
  nameEn!: string;

  @Column({ type: "boolean" })
  @Field(() => Boolean, {
    description: "Whether it is fit for the young: what SBA measure 51 asks of business centres (S73).",
  })
  @Category("PUBLIC")
  youthFriendly!: boolean;

  @Column({ type: "text" })
  @Field(() => String, { description: "NIS code of its municipality, five digits: a postcode may lie in two." })
  @Category("PUBLIC")
  nisCode!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Postcode, four digits." })
  @Category("PUBLIC")
  postcode!: string;

  @Column({ type: "text" })
  municipalityFr!: string;

  @Column({ type: "text" })
  municipalityNl!: string;

  @Column({ type: "text" })
  streetFr!: string;

  @Column({ type: "text" })
  streetNl!: string;

  @Column({ type: "text" })
  houseNumber!: string;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "First day it was open." })
  @Category("PUBLIC")
  openedOn!: string;

  /** Where the row came from. */
  @Column({ type: "text" })
  source!: string;

  @Field(() => AgencyReference, { description: "The agency of the housing pole that answers for it." })
  @Category("PUBLIC")
  operator!: AgencyReference;

  @Field(() => Code, { description: "Incubator, business centre, coworking space and so on." })
  @Category("PUBLIC")
  kind!: Code;

  @Field(() => Code, { description: "Public or private." })
  @Category("PUBLIC")
  ownership!: Code;
}

/** A page of sites. */
export const SiteConnection = connectionOf(Site, "opened last first");
