import type { LocalizedText } from "@parcours/shared/languages";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A body that helps entrepreneurs, with the time it existed under this name. Its graph type is `AgencyType`. */
@Entity()
export class Agency {
  @PrimaryColumn({ type: "text" })
  code!: string;

  /** The subgraph in which it works. */
  @Column({ type: "text" })
  subgraph!: string;

  @Column({ type: "jsonb" })
  names!: Required<LocalizedText>;

  @Column({ type: "text" })
  poleCode!: string;

  @Column({ type: "date" })
  validFrom!: string;

  @Column({ type: "date", nullable: true })
  validTo!: string | null;

  /** The body it went up in (R68). */
  @Column({ type: "text", nullable: true })
  successorCode!: string | null;

  /** Since when policy is served to it; null: it reads nothing but the catalogue (J16). */
  @Column({ type: "date", nullable: true })
  admittedAt!: string | null;

  /** An authority whose awards are known from a public register but that is no partner. */
  @Column({ type: "boolean" })
  external!: boolean;
}
