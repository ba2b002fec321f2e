import { Column, Entity, PrimaryColumn } from "typeorm";

/** A permission that a person gave an agency to see a category of data for a time. In the graph from the day that people sign in. */
@Entity()
export class SharingGrant {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "text" })
  toAgencyCode!: string;

  /** The category of the access matrix that it opens. */
  @Column({ type: "text" })
  category!: string;

  @Column({ type: "date" })
  since!: string;

  @Column({ type: "date", nullable: true })
  until!: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  withdrawnAt!: Date | null;

  @Column({ type: "text" })
  source!: string;
}
