import { AgencyReference } from "@parcours/shared/graphql/entities";
import { Category } from "@parcours/shared/visibility/category";
import { Field, ID, ObjectType } from "type-graphql";
import { Column, PrimaryColumn } from "typeorm";

/**
 * What everything that hangs on difficulty has in common. It is no `Entry`: nothing of it is ever pointed to, and every field, dates and
 * agency included, is of the restricted category (design section 4; requirements 5.6 line 8; R30; J09).
 */
@ObjectType()
export abstract class RestrictedRow {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the row. Read through a list or by who already has it." })
  @Category("PUBLIC")
  id!: string;

  @Column({ type: "text" })
  agencyCode!: string;

  /** The person's id when it was written; a merge of two files does not rewrite it. */
  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "text", nullable: true })
  enterpriseNumber!: string | null;

  /** When the person came, or was enrolled: the order of lists. */
  @Column({ type: "timestamptz", precision: 3 })
  occurredAt!: Date;

  @Column({ type: "text" })
  source!: string;

  @Field(() => AgencyReference, { description: "The centre that has it." })
  @Category("DIFFICULTY_CASE")
  agency!: AgencyReference;
}
