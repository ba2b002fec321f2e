import { connectionOf } from "@parcours/shared/graphql/connection";
import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Code, LanguageCode } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDate } from "graphql-scalars";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * An idea that somebody works on, with or without an enterprise (R53; J02, J18). The stage of life is the project's, not the person's:
 * one person may be in several stages at once (glossary 4.1).
 */
@Entity()
@ObjectType({
  description:
    "An idea that a person works on. It exists without enterprise number, and keeps its path when the number arrives.",
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class Project {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the project." })
  @Category("PUBLIC")
  id!: string;

  /** The agency that keeps it and answers disputes about it. */
  @Column({ type: "text" })
  agencyCode!: string;

  /** The person's id when it was written; a merge of two files does not rewrite it. */
  @Column({ type: "uuid" })
  entrepreneurId!: string;

  /**
   * The enterprise that it became, as who works on it says. Not named as rows name their enterprise: a project is a person's, and whoever acts
   * for the enterprise reads nothing of it by that (J12), least of all where the link is a stranger's claim.
   */
  @Column({ type: "text", name: "enterprise_number", nullable: true })
  linkedNumber!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, {
    description: "Day from which the project has an enterprise number; null while it has none.",
  })
  @Category("IDENTITY")
  numberSince!: string | null;

  @Column({ type: "text", nullable: true })
  titleFr!: string | null;

  @Column({ type: "text", nullable: true })
  titleNl!: string | null;

  @Column({ type: "text", nullable: true })
  titleEn!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => String, {
    description: "What it is and for whom, in the words of who works on it, as they were written; see `pitchLanguage`.",
  })
  @Category("IDENTITY")
  pitch!: string | null;

  @Column({ type: "text", nullable: true })
  @Field(() => LanguageCode, { description: "The language in which the pitch was written." })
  @Category("IDENTITY")
  pitchLanguage!: LanguageCode | null;

  @Column({ type: "text" })
  stageCode!: string;

  @Column({ type: "text" })
  sectorCode!: string;

  /** When it was first written down: the order of lists. */
  @Column({ type: "timestamptz", precision: 3 })
  occurredAt!: Date;

  @Column({ type: "date" })
  @Field(() => GraphQLDate, { description: "Day the person began to work on it." })
  @Category("IDENTITY")
  since!: string;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day the person worked on it; null while it goes on." })
  @Category("IDENTITY")
  until!: string | null;

  @Column({ type: "int" })
  @Field(() => Int, { description: "Grows with every change: name it in the next one." })
  @Category("IDENTITY")
  version!: number;

  @Column({ type: "text" })
  source!: string;

  @Field(() => AgencyReference, { description: "The agency that keeps it." })
  @Category("IDENTITY")
  agency!: AgencyReference;

  @Field(() => Code, {
    description: "Stage of life. Difficulty and restart are told as the wider stage here; see `recordedStage`.",
  })
  @Category("IDENTITY")
  stage!: Code;

  @Field(() => Code, { description: "Stage of life as recorded, difficulty and restart included." })
  @Category("DIFFICULTY_CASE")
  recordedStage!: Code;

  @Field(() => Code, { description: "Sector the project is in." })
  @Category("IDENTITY")
  sector!: Code;
}

/** A page of projects. */
export const ProjectConnection = connectionOf(Project);
