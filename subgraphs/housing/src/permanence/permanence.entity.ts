import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * Weekly hours at which somebody of an agency is at a site (S101, R62). Two cannot be booked in the same place at the same time: the
 * database excludes it (J08).
 */
@Entity()
@ObjectType({ description: "Weekly hours at which an adviser of an agency is at a site.", simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Permanence {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the permanence." })
  @Category("PUBLIC")
  id!: string;

  /** The agency that sends its staff; the site's own agency is the site's. */
  @Column({ type: "text" })
  agencyCode!: string;

  @Column({ type: "uuid" })
  siteId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Where in the site: a room or a desk, as the site calls it." })
  @Category("PUBLIC")
  place!: string;

  @Column({ type: "text" })
  staffId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name of the adviser." })
  @Category("DOSSIER_HEADER")
  advisorName!: string;

  @Column({ type: "smallint" })
  @Field(() => Int, { description: "Day of the week: 1 Monday to 7 Sunday." })
  @Category("PUBLIC")
  weekday!: number;

  @Column({ type: "time" })
  @Field(() => String, { description: "When it begins, time in Brussels: `14:00`." })
  @Category("PUBLIC")
  opensAt!: string;

  @Column({ type: "time" })
  @Field(() => String, { description: "When it ends, time in Brussels." })
  @Category("PUBLIC")
  closesAt!: string;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "First day on which it may be held." })
  @Category("PUBLIC")
  since!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day; null while it has no end." })
  @Category("PUBLIC")
  until!: string | null;

  /** Where the row came from. */
  @Column({ type: "text" })
  source!: string;

  @Field(() => AgencyReference, { description: "The agency that sends the adviser." })
  @Category("PUBLIC")
  agency!: AgencyReference;

  @Field(() => GraphQLDateTime, {
    description: "When it is held next, from the day asked on, or from today; null where it is held no more.",
  })
  @Category("PUBLIC")
  startsAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: "When that ends." })
  @Category("PUBLIC")
  endsAt!: Date | null;
}

/** A page of permanences, the next to be held first. */
export const PermanenceConnection = connectionOf(Permanence, "the next to be held first");
