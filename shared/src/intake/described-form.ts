/** A form with all that there is to know of its facts, questions and documents: what the generator writes and the single desk reads. */
import type { About, AuthenticSource } from "../concepts/concept-list.js";
import type { LocalizedText } from "../languages.js";
import type { IntakeForm, IntakeQuestion } from "./form.js";

/** The root of the graph by which a form asks an owner. */
export interface OwnerRoot {
  /** `entrepreneur`. */
  readonly field: string;
  /** `id`. */
  readonly argument: string;
  /** Of the argument, as GraphQL writes it: `ID!`. */
  readonly type: string;
  /** The field beside the facts that tells of which day they are, and its parts, the best first; null where the owner answers as of now. */
  readonly provenance: { readonly field: string; readonly parts: readonly string[] } | null;
}

/** A fact that a form needs. */
export interface DescribedFact {
  /** `Entrepreneur.familyName`. */
  readonly coordinate: string;
  readonly concept: string;
  readonly label: Required<LocalizedText>;
  /** Name of the subgraph that owns it. */
  readonly owner: string;
  readonly category: string;
  readonly source: AuthenticSource & { readonly code: string };
  /** Whether each one on file has it, so that its existence tells nothing. */
  readonly isEverybodys: boolean;
  readonly root: OwnerRoot;
  /** As GraphQL asks for it on its entity: `contactPoints { kind value }`. */
  readonly selection: string;
}

/** A question of a form, with how long an answer is good. */
export interface DescribedQuestion extends IntakeQuestion {
  readonly about: About;
  /** Null where an answer is of its form only. */
  readonly months: number | null;
  /** The project's field that answers it too; null where none does. */
  readonly alsoIn: Pick<DescribedFact, "coordinate" | "category" | "selection"> | null;
}

/** A form. */
export interface DescribedForm extends Omit<IntakeForm, "facts" | "questions"> {
  /** Name of the subgraph whose form it is. */
  readonly owner: string;
  readonly facts: readonly DescribedFact[];
  readonly questions: readonly DescribedQuestion[];
}
