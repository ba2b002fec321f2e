import { connectionOf } from "@parcours/shared/graphql/connection";
import { Entry } from "@parcours/shared/graphql/entry";
import { Code } from "@parcours/shared/graphql/values";
import { Category } from "@parcours/shared/visibility/category";
import { GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";

/**
 * A course of coaching of one entrepreneur by one agency (S39). Never of the centre for enterprises in difficulty: its courses are
 * difficulty cases, kept apart.
 */
@Entity()
@ObjectType({ description: "A course of coaching of one entrepreneur by one agency.", simpleResolvers: true })
@Directive('@key(fields: "id")')
export class CoachingDossier extends Entry {
  @Column({ type: "uuid", nullable: true })
  projectId!: string | null;

  /** The enterprise that the coach named, whoever holds the entry; `enterpriseNumber` is the one that holds it, as of every entry. */
  @Column({ type: "text", nullable: true })
  namedEnterpriseNumber!: string | null;

  @Column({ type: "text" })
  intensityCode!: string;

  @Column({ type: "text" })
  stageCode!: string;

  @Column({ type: "text" })
  topicCode!: string;

  @Column({ type: "text" })
  staffId!: string;

  @Column({ type: "text" })
  @Field(() => String, { description: "Name of the coach to get in touch with." })
  @Category("DOSSIER_HEADER")
  advisorName!: string;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  @Field(() => GraphQLDateTime, { description: "When it was closed; null while it is open." })
  @Category("DOSSIER_HEADER")
  closedAt!: Date | null;

  /** The front door's referral that it came from. */
  @Column({ type: "uuid", nullable: true })
  referralId!: string | null;

  @Column({ type: "text", nullable: true })
  outcomeCode!: string | null;

  @Field(() => Code, {
    description:
      "Whether it belongs to the person or to the enterprise; a mandatary sees only what belongs to the enterprise.",
  })
  @Category("DOSSIER_HEADER")
  belongsTo!: Code;

  @Field(() => Code, { description: "How closely the entrepreneur is coached." })
  @Category("DOSSIER_HEADER")
  intensity!: Code;

  @Field(() => Code, {
    description:
      "Stage of life when the dossier was opened. Difficulty and restart are told as the wider stage; see `recordedStage`.",
  })
  @Category("IDENTITY")
  stage!: Code;

  @Field(() => Code, { description: "Stage of life as the coach recorded it, difficulty and restart included." })
  @Category("COACHING_CONTENT")
  recordedStage!: Code;

  @Field(() => Code, {
    description: "What the coaching is about. Difficulty is told as another question; see `recordedTopic`.",
  })
  @Category("DOSSIER_HEADER")
  topic!: Code;

  @Field(() => Code, { description: "What the coaching is about as the coach recorded it, difficulty included." })
  @Category("COACHING_CONTENT")
  recordedTopic!: Code;

  @Field(() => Code, { description: "How it ended; null while it is open." })
  @Category("COACHING_CONTENT")
  outcome!: Code | null;
}

/** A page of dossiers. */
export const CoachingDossierConnection = connectionOf(CoachingDossier);
