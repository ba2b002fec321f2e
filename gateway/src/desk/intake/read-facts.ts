/** Reads the graph's answer to a form's operation: for each fact its value, or why it is missing. */
import type { DescribedFact } from "@parcours/shared/intake/described-form";
import type { GraphQLFormattedError } from "graphql";
import { isSilence, type GraphAnswer } from "../graph.js";
import type { FactAnswer } from "./fact-state.rules.js";
import { enterpriseAlias, personAlias, projectAlias, type FormOperation } from "./form-operation.js";

type Json = Readonly<Record<string, unknown>>;

/** The answer to a form's operation. */
export class FactsRead {
  readonly #data: Json;

  constructor(
    private readonly answer: GraphAnswer,
    private readonly operation: FormOperation,
  ) {
    this.#data = answer.data ?? {};
  }

  /** Whether the graph does not know the person, or not for this reader; a silent owner is not that. */
  isPersonRefused(): boolean {
    return this.#data[personAlias] === null && this.#faultAt([personAlias]) === "WITHHELD";
  }

  /** Whether the reader has a mandate in the enterprise that was asked about; false where none was, or nobody can tell. */
  isMandatarys(): boolean {
    const enterprise = this.#data[enterpriseAlias] as { readonly supports?: object | null } | null | undefined;
    return (enterprise?.supports ?? null) !== null;
  }

  /**
   * Whether the project is another person's, or one that the reader may not read: whose it is cannot be checked then, and answers could be planted
   * on it. False where none was named, or its owner is silent.
   */
  isProjectOfAnother(): boolean {
    const project = this.#data[projectAlias] as Json | null | undefined;
    if (project === undefined) return false;
    const person = this.#idIn(this.#data[personAlias]);
    const of = this.#idIn(project?.["entrepreneur"]);
    if (of === null) return this.#faultAt([projectAlias, "entrepreneur"]) === "WITHHELD";
    return person !== null && person !== of;
  }

  /** What came back for a fact. */
  of({ coordinate }: DescribedFact): FactAnswer {
    const place = this.operation.places.get(coordinate);
    if (!place) throw new Error(`${coordinate} was not asked`);
    const root = this.#data[place.root] as Json | null | undefined;
    const value = root?.[place.alias] ?? null;
    return { value, fault: value === null ? this.#faultAt([place.root, place.alias]) : null };
  }

  /** The day or instant whose state the facts beside it show; null where the owner answers as of now. */
  provenanceOf({ coordinate, root }: DescribedFact): string | null {
    const place = this.operation.places.get(coordinate);
    const told = (this.#data[place?.root ?? ""] as Json | null | undefined)?.[root.provenance?.field ?? ""];
    const parts = root.provenance?.parts.map((part) => (told as Json | null | undefined)?.[part]) ?? [];
    return parts.find((part): part is string => typeof part === "string") ?? null;
  }

  /** When one of some agencies was last heard of; null where the front door does not say. */
  lastHeardOf(agencies: readonly string[]): Date | null {
    const rows = (this.#data[personAlias] as { readonly presence?: readonly PresenceRow[] | null } | null)?.presence;
    const dates = (rows ?? [])
      .filter(({ agency, asOf }) => asOf !== null && agencies.includes(agency.code))
      .map(({ asOf }) => new Date(asOf ?? 0).getTime());
    return dates.length === 0 ? null : new Date(Math.max(...dates));
  }

  /** Why there is nothing at a path: the fault of it, or of what leads there. */
  #faultAt(path: readonly string[]): FactAnswer["fault"] {
    const leads = (error: GraphQLFormattedError): boolean =>
      error.path === undefined ||
      (error.path.length <= path.length && error.path.every((step, at) => step === path[at]));
    const faults = this.answer.errors.filter(leads);
    if (faults.some(isSilence)) return "SILENT";
    return faults.length > 0 ? "WITHHELD" : null;
  }

  #idIn(value: unknown): string | null {
    const id = (value as Json | null | undefined)?.["id"];
    return typeof id === "string" ? id : null;
  }
}

interface PresenceRow {
  readonly agency: { readonly code: string };
  readonly asOf: string | null;
}
