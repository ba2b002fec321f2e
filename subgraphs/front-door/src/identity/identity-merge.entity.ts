import { Column, Entity, PrimaryColumn } from "typeorm";

/** That two files are one person's (design 5). An event: no row of any agency is rewritten, and deleting it takes the merge back. */
@Entity()
export class IdentityMerge {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  /** The id that gave way; it keeps resolving for ever. */
  @Column({ type: "uuid" })
  formerId!: string;

  /** The id it was merged into. */
  @Column({ type: "uuid" })
  mergedInto!: string;

  /** The end of the line of merges: the id in use. */
  @Column({ type: "uuid" })
  canonicalId!: string;

  @Column({ type: "timestamptz", precision: 3 })
  mergedAt!: Date;

  @Column({ type: "text" })
  reason!: string;

  /** Who decided: a member of staff's id at the agency, or the rule. */
  @Column({ type: "text" })
  author!: string;

  @Column({ type: "text" })
  source!: string;
}
