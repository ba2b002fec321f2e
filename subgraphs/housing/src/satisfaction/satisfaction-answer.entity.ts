import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * One answer to the satisfaction survey (S104, R63). It is anonymous in the store itself: no person, no site, no day, a random id, and
 * it never leaves as a row.
 */
@Entity()
export class SatisfactionAnswer {
  // A text, for a uuid with a default counts with TypeORM as one to be made by an extension that we have no need of.
  @PrimaryColumn({ type: "text", default: () => "(gen_random_uuid())" })
  id!: string;

  /** The agency that was asked about, of any pole. */
  @Column({ type: "text" })
  aboutAgencyCode!: string;

  /** First day of the quarter in which it was given: an exact day could point at a person. */
  @Column({ type: "date" })
  quarter!: string;

  /** 1 to 5. */
  @Column({ type: "smallint" })
  score!: number;

  @Column({ type: "text", nullable: true })
  suggestion!: string | null;

  /** Where the row came from. */
  @Column({ type: "text" })
  source!: string;
}
