import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * That a person whom the front door knows works at an agency. Told to every owner, so that a look at a colleague is flagged in its log; no
 * field of the graph shows it.
 */
@Entity()
export class StaffMember {
  @PrimaryColumn({ type: "uuid" })
  id!: string;

  @Column({ type: "uuid" })
  entrepreneurId!: string;

  @Column({ type: "text" })
  agencyCode!: string;

  @Column({ type: "date" })
  since!: string;

  @Column({ type: "date", nullable: true })
  until!: string | null;

  @Column({ type: "text" })
  source!: string;
}
