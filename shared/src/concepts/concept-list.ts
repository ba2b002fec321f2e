/**
 * Reads the hand-kept list of concepts (`shared/concepts.yaml`): what can be known of a person, an enterprise or a project, where the graph
 * holds it and which source is authentic. It is what makes "only once" checkable (decision 0020; R01, R06, R08).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { emptyLabels } from "../codes.js";
import type { LocalizedText } from "../languages.js";

/** Whom an answer stands for: what is about an application is of one form only. */
export const abouts = ["PERSON", "ENTERPRISE", "PROJECT", "APPLICATION"] as const;

/** Whom an answer to a concept without fact stands for. */
export type About = (typeof abouts)[number];

/** Where facts come from. */
export interface AuthenticSource {
  readonly names: Required<LocalizedText>;
  /** A register: what it holds is never asked and never taken from a form (R06). */
  readonly register: boolean;
  /** Where a register's fact is put right. */
  readonly corrections?: string;
}

/** Something that can be known. */
export interface Concept {
  readonly code: string;
  readonly labels: Required<LocalizedText>;
  /** What it is, in one sentence. */
  readonly is: string;
  /** Coordinate of the one field of the graph that holds it: `Entrepreneur.familyName`. */
  readonly fact?: string;
  /** Code of the authentic source. */
  readonly source: string;
  /** First day on which the list says so. */
  readonly since: string;
  /** Whether each one on file has it, so that its existence tells nothing. */
  readonly isEverybodys: boolean;
  /** Whom an answer stands for; absent where a fact or a register holds it. */
  readonly about?: About;
  /** How long an answer is good, in months; absent where it is of one application only. */
  readonly months?: number;
  /** Coordinate of a project's field that answers it too, where there is a project; absent where none does. */
  readonly alsoIn?: string;
}

/** A field that holds nothing of its own. */
export interface NotFact {
  readonly kind: "DERIVED" | "LIST";
  /** Code of the concept that it shows in another form. */
  readonly of?: string;
  readonly why: string;
}

/** The whole list. */
export interface ConceptList {
  readonly sources: ReadonlyMap<string, AuthenticSource>;
  readonly concepts: ReadonlyMap<string, Concept>;
  /** By coordinate. */
  readonly notFacts: ReadonlyMap<string, NotFact>;
}

/** The list of this product. */
export const conceptList: ConceptList = readConcepts(
  readFileSync(join(import.meta.dirname, "../../concepts.yaml"), "utf8"),
);

type Raw = Readonly<Record<string, unknown>>;

/** Reads a list. @throws Error that names every entry whose shape is wrong, and how */
export function readConcepts(text: string): ConceptList {
  const { sources = {}, concepts = {}, notFacts = {} } = parse(text) as Readonly<Record<string, Record<string, Raw>>>;
  const faults = [
    ...Object.entries(sources).flatMap(([code, raw]) => sourceFaults(code, raw)),
    ...Object.entries(concepts).flatMap(([code, raw]) => conceptFaults(code, raw, Object.keys(sources))),
    ...Object.entries(notFacts).flatMap(([field, raw]) => notFactFaults(field, raw, Object.keys(concepts))),
  ];
  if (faults.length > 0) throw new Error(`shared/concepts.yaml: ${faults.join("; ")}`);
  return {
    sources: new Map(Object.entries(sources as Record<string, AuthenticSource & Raw>)),
    concepts: new Map(Object.entries(concepts).map(([code, raw]) => [code, conceptOf(code, raw)])),
    notFacts: new Map(Object.entries(notFacts as Record<string, NotFact & Raw>)),
  };
}

function conceptOf(code: string, { existence, ...raw }: Raw): Concept {
  return { ...(raw as unknown as Omit<Concept, "code">), code, isEverybodys: existence === "EVERYBODY" };
}

function sourceFaults(code: string, { names, register, corrections }: Raw): string[] {
  return [
    ...labelFaults(code, names),
    ...(typeof register === "boolean" ? [] : [`source ${code} does not say whether it is a register`]),
    ...(register === true && typeof corrections !== "string"
      ? [`register ${code} has no address for corrections`]
      : []),
  ];
}

function conceptFaults(code: string, raw: Raw, sources: readonly string[]): string[] {
  const { labels, is, fact, source, since, existence, about, months, alsoIn } = raw;
  const known = new Set(["labels", "is", "fact", "source", "since", "existence", "about", "months", "alsoIn"]);
  const has = (what: unknown): boolean => what !== undefined;
  return [
    ...labelFaults(code, labels),
    ...(typeof is === "string" && is.endsWith(".") ? [] : [`${code} does not say in a sentence what it is`]),
    ...(Array.isArray(fact) ? [`${code} has ${fact.length} facts (${fact.join(", ")}): a concept has one`] : []),
    ...(typeof source === "string" && sources.includes(source)
      ? []
      : [`${code} has an unknown source ${String(source)}`]),
    ...(typeof since === "string" && /^\d{4}-\d{2}-\d{2}$/.test(since) ? [] : [`${code} does not say since when`]),
    ...(existence === undefined || existence === "EVERYBODY" ? [] : [`${code} has an unknown existence`]),
    ...(has(about) && !abouts.includes(about as About) ? [`${code} is about nobody known`] : []),
    ...(has(about) && has(fact) ? [`${code} has a fact, so an answer stands for nothing (about)`] : []),
    ...(has(months) === (has(about) && about !== "APPLICATION")
      ? []
      : [`${code} must say months where an answer outlives its form, and only there`]),
    ...(alsoIn === undefined || (about === "PROJECT" && typeof alsoIn === "string" && alsoIn.startsWith("Project."))
      ? []
      : [`${code} says alsoIn, which is a field of Project for what is about a project`]),
    ...Object.keys(raw)
      .filter((key) => !known.has(key))
      .map((key) => `${code} has an unknown property ${key}`),
  ];
}

function notFactFaults(field: string, { kind, of, why }: Raw, concepts: readonly string[]): string[] {
  return [
    ...(kind === "DERIVED" || kind === "LIST" ? [] : [`${field} is neither DERIVED nor LIST`]),
    ...(typeof why === "string" && why !== "" ? [] : [`${field} does not say why it is no fact`]),
    ...(of === undefined || concepts.includes(of as string)
      ? []
      : [`${field} is of an unknown concept ${JSON.stringify(of)}`]),
  ];
}

function labelFaults(code: string, labels: unknown): string[] {
  const list = { [code]: (labels ?? {}) as Required<LocalizedText> };
  return emptyLabels(list).map((missing) => `${missing} is missing`);
}
