import { Column, Entity, PrimaryColumn } from "typeorm";

/** One code of `code.csv` with its labels, which the file gives one row for each language. */
@Entity({ name: "register_code" })
export class RegisterCode {
  @PrimaryColumn({ type: "text" })
  source!: string;

  /** `JuridicalForm`, `JuridicalSituation`, `Nace2025`, … */
  @PrimaryColumn({ type: "text" })
  category!: string;

  @PrimaryColumn({ type: "text" })
  code!: string;

  @Column({ type: "text", nullable: true })
  fr!: string | null;

  @Column({ type: "text", nullable: true })
  nl!: string | null;

  @Column({ type: "text", nullable: true })
  de!: string | null;

  @Column({ type: "text", nullable: true })
  en!: string | null;
}
