import { Code } from "@parcours/shared/graphql/values";
import type { LocalizedText } from "@parcours/shared/languages";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { AgencyType } from "../agency/agency.type.js";

/** A measure, instrument, package or desk that helps entrepreneurs (S20). Public: it says what exists, never who uses it. */
@Entity()
@ObjectType({
  description:
    "A measure, instrument, package or desk that helps entrepreneurs. Empty lists of stages, profiles, sectors or needs restrict nothing.",
  simpleResolvers: true,
})
export class SupportService {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUID of the service, always the same for the same code." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "text" })
  @Field(() => String, { nullable: false, description: "The stable code: `COWORKING_CHEQUE`." })
  @Category("PUBLIC")
  code!: string;

  /** The agency that keeps the entry, and that alone may change it (R64). */
  @Column({ type: "text" })
  agencyCode!: string;

  @Column({ type: "text", nullable: true })
  @Field(() => String, { description: "Who delivers it, where that is not the agency alone." })
  @Category("PUBLIC")
  deliveredBy!: string | null;

  @Column({ type: "jsonb" })
  names!: Required<LocalizedText>;

  @Column({ type: "jsonb" })
  summaries!: Required<LocalizedText>;

  @Column({ type: "text" })
  categoryCode!: string;

  @Column({ type: "text", array: true })
  stageCodes!: string[];

  @Column({ type: "text", array: true })
  profileCodes!: string[];

  @Column({ type: "text", array: true })
  sectorCodes!: string[];

  @Column({ type: "text", array: true })
  needCodes!: string[];

  @Column({ type: "text", array: true })
  languageCodes!: string[];

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "First day on which it was offered under this agency's name." })
  @Category("PUBLIC")
  validFrom!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day; null while it is offered." })
  @Category("PUBLIC")
  validTo!: string | null;

  @Field(() => AgencyType, { nullable: false, description: "The agency that keeps this entry." })
  @Category("PUBLIC")
  agency!: AgencyType;

  @Field(() => Code, { nullable: false, description: "Its place on the entrepreneur's path." })
  @Category("PUBLIC")
  category!: Code;

  @Field(() => [Code], { nullable: false, description: "Stages of an enterprise's life it is for." })
  @Category("PUBLIC")
  stages!: Code[];

  @Field(() => [Code], { nullable: false, description: "Profiles it is for." })
  @Category("PUBLIC")
  profiles!: Code[];

  @Field(() => [Code], { nullable: false, description: "Sectors it is for." })
  @Category("PUBLIC")
  sectors!: Code[];

  @Field(() => [Code], { nullable: false, description: "Needs that it answers." })
  @Category("PUBLIC")
  needs!: Code[];

  @Field(() => [Code], { nullable: false, description: "Languages in which one is helped." })
  @Category("PUBLIC")
  languages!: Code[];
}
