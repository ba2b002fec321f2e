/**
 * What an owner says of the facts that it keeps of the shared entities: whose they are, and how one of them is changed. From it the kernel
 * makes disputes, history and provenance, the same at every owner (decision 0022; R02, R08, J29).
 */
import type { Queries } from "../database.js";
import type { Subject } from "../visibility/may-read.js";

/** The shared entities, whose facts have one owner each. */
export const factEntities = ["Entrepreneur", "Enterprise", "Project"] as const;

/** One of them. */
export type FactEntity = (typeof factEntities)[number];

/** Of which entity a fact is asked. */
export interface FactHolder {
  readonly type: FactEntity;
  /** UUID of the person or project, ten digits of the enterprise. */
  readonly id: string;
}

/** The entity as its owner keeps it. */
export interface FactSubject extends Subject {
  /** Under which its row stands. */
  readonly id: string;
  /** The agency that keeps its facts, answers disputes about them and changes them. */
  readonly agencyCode: string;
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  /** Where the row came from: `OFFICE`, `DEMONSTRATION`, an import. */
  readonly source: string;
  /** When it was first written down here. */
  readonly since: Date;
}

/** A fact before and after, as the graph shows it; null where there was, or is, none. */
export interface ChangedFact {
  readonly former: unknown;
  readonly value: unknown;
}

/** Writes a fact. Answers what it was and is; null where the value is none of that fact, and then nothing was written. */
export type FactChange = (queries: Queries, id: string, value: unknown) => Promise<ChangedFact | null>;

/** What an owner says. */
export interface FactsKept {
  /** By entity: reads it by its key; null where there is none. */
  readonly subjects: Partial<Record<FactEntity, (queries: Queries, id: string) => Promise<FactSubject | null>>>;
  /** By coordinate. A fact that is not here is put right by other acts, and the officer who accepts a dispute says by which. */
  readonly changes: Readonly<Record<string, FactChange>>;
  /** Coordinates of what people change of themselves (design 7). */
  readonly own: readonly string[];
}

/** The entity of a coordinate; null where it is none of the shared ones. */
export function entityOf(coordinate: string): FactEntity | null {
  return factEntities.find((entity) => coordinate.startsWith(`${entity}.`)) ?? null;
}
