/**
 * What every row about a holder has in common, and what every entry that the directory lists has besides: the pointer fields, which the
 * directory's stub and the owner share.
 */
import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, PrimaryColumn } from "typeorm";
import type { CodeList } from "../codes.js";
import type { EntryKindManifest } from "../manifest.js";
import { brusselsDate, isActive } from "../periods.js";
import { Category } from "../visibility/category.js";
import { AgencyReference, agencyReference } from "./entities.js";
import { Code } from "./values.js";

/**
 * A row about a person, an enterprise, or both: as a table row and as a GraphQL type. What the directory lists extends `Entry`; what it
 * never lists extends this.
 */
@ObjectType()
export abstract class RowOfHolder {
  @PrimaryColumn({ type: "uuid" })
  @Field(() => ID, { nullable: false, description: "UUIDv4 of the entry." })
  @Category("PUBLIC")
  id!: string;

  /** The agency under whose name it was opened, through any merger (R68). */
  @Column({ type: "text" })
  agencyCode!: string;

  /** The person's id when it was written; a merge of two files does not rewrite it. */
  @Column({ type: "uuid", nullable: true })
  entrepreneurId!: string | null;

  @Column({ type: "text", nullable: true })
  enterpriseNumber!: string | null;

  /** The order of lists. */
  @Column({ type: "timestamptz", precision: 3 })
  occurredAt!: Date;

  /** Where the row came from: the office itself, an import, the demonstration. Replacing one source leaves the others. */
  @Column({ type: "text" })
  source!: string;
}

/** An entry of a subgraph. Extend it with the owner's own columns and fields, and resolve `label`. */
@ObjectType()
export abstract class Entry extends RowOfHolder {
  @Field(() => GraphQLDateTime, { description: "When it happened: opened, met, submitted, granted." })
  @Directive("@shareable")
  @Category("DOSSIER_HEADER")
  override occurredAt!: Date;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "First day of the help, if it has one." })
  @Directive("@shareable")
  @Category("DOSSIER_HEADER")
  since!: string | null;

  @Column({ type: "date", nullable: true })
  @Field(() => GraphQLDate, { description: "Last day of the help; null while it has no end." })
  @Directive("@shareable")
  @Category("DOSSIER_HEADER")
  until!: string | null;

  @Field(() => AgencyReference, { description: "The agency under whose name it was opened." })
  @Directive("@shareable")
  @Category("DOSSIER_HEADER")
  agency!: AgencyReference;

  @Field(() => Code, { description: "What kind of entry it is, with its label." })
  @Directive("@shareable")
  @Category("DOSSIER_HEADER")
  kind!: Code;

  @Field(() => Boolean, { description: "Whether the help runs today; false where it never was help." })
  @Directive("@shareable")
  @Category("DOSSIER_HEADER")
  active!: boolean;
}

/** The columns of `Entry`, for a migration's `create table`. */
export const entryColumns = `id uuid primary key,
     agency_code text not null,
     entrepreneur_id uuid,
     enterprise_number text,
     occurred_at timestamptz(3) not null,
     since date,
     until date,
     source text not null`;

/** The indexes that reading entries by holder needs, for a migration. */
export function entryIndexes(table: string): string {
  return `create index ${table}_person on ${table} (entrepreneur_id, occurred_at desc, id desc);
   create index ${table}_enterprise on ${table} (enterprise_number, occurred_at desc, id desc) where enterprise_number is not null;
   create index ${table}_source on ${table} (source);`;
}

/** The labels of a subgraph's entry kinds, by code. */
export function kindLabels(kinds: readonly EntryKindManifest[]): CodeList {
  return Object.fromEntries(kinds.map(({ code, labels }) => [code, labels]));
}

/** Completes a row as it came from the table with what is computed from it. */
export function completeEntry<Row extends Entry>(row: Row, typeName: string, kindCode: string, kinds: CodeList): Row {
  return Object.assign(row, {
    __typename: typeName,
    agency: agencyReference(row.agencyCode),
    kind: { code: kindCode, labels: kinds[kindCode] ?? { fr: kindCode, nl: kindCode, en: kindCode } },
    active: isActive(row.since, row.until, brusselsDate(new Date())),
  });
}
