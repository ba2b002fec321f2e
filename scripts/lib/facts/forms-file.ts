/** What the single desk is told of the forms: everything it needs to ask the graph for their facts, so that it knows no agency. */
import type { Concept, ConceptList } from "@parcours/shared/concepts/concept-list";
import type {
  DescribedFact,
  DescribedForm,
  DescribedQuestion,
  OwnerRoot,
} from "@parcours/shared/intake/described-form";
import type { IntakeForm, IntakeQuestion } from "@parcours/shared/intake/form";
import { factsOfEntities, type OwnedField } from "./facts-of-graph.js";
import type { FormsOfOwner } from "./form-rules.js";

/** With what forms are described. */
export interface Describing {
  readonly list: ConceptList;
  readonly fields: ReadonlyMap<string, OwnedField>;
  /** `contactPoints { kind value }` for `Entrepreneur.contactPoints`. */
  readonly selectionOf: (coordinate: string) => string;
  readonly rootOf: (owner: string, entity: string) => OwnerRoot;
}

/** Every form, by code. Call it when the rules of forms hold. */
export function describedForms(owners: readonly FormsOfOwner[], describing: Describing): DescribedForm[] {
  return owners
    .flatMap(({ owner, forms }) => forms.map((form) => describedForm(owner, form, describing)))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

/** Every fact of the shared entities, by coordinate: what the desk disputes and tells the history of. */
export function describedFacts(describing: Describing): DescribedFact[] {
  return factsOfEntities(describing.fields)
    .filter(({ coordinate }) => [...describing.list.concepts.values()].some(({ fact }) => fact === coordinate))
    .map(({ coordinate }) => describedFact(coordinate, describing))
    .sort((one, other) => (one.coordinate < other.coordinate ? -1 : 1));
}

/** As the file of facts holds them. */
export function factsFile(facts: readonly DescribedFact[]): string {
  return `${JSON.stringify({ facts }, null, 2)}\n`;
}

/** As the file holds it. */
export function formsFile(forms: readonly DescribedForm[]): string {
  return `${JSON.stringify({ forms }, null, 2)}\n`;
}

function describedForm(
  owner: string,
  { facts, questions, ...form }: IntakeForm,
  describing: Describing,
): DescribedForm {
  return {
    ...form,
    owner,
    facts: facts.map((coordinate) => describedFact(coordinate, describing)),
    questions: questions.map((question) => describedQuestion(question, describing)),
  };
}

function describedFact(coordinate: string, { list, fields, selectionOf, rootOf }: Describing): DescribedFact {
  const concept = conceptOf(coordinate, list);
  const source = concept && list.sources.get(concept.source);
  const field = fields.get(coordinate);
  if (!concept || !source || !field) throw new Error(`${coordinate} is no fact: the rules of forms were not checked`);
  return {
    coordinate,
    concept: concept.code,
    label: concept.labels,
    owner: field.owner,
    category: field.category,
    source: { code: concept.source, ...source },
    isEverybodys: concept.isEverybodys,
    root: rootOf(field.owner, coordinate.split(".")[0] ?? ""),
    selection: selectionOf(coordinate),
  };
}

/** The concept that a field is the fact of, or shows in another form. */
function conceptOf(coordinate: string, { concepts, notFacts }: ConceptList): Concept | undefined {
  const shown = notFacts.get(coordinate)?.of;
  return shown ? concepts.get(shown) : [...concepts.values()].find(({ fact }) => fact === coordinate);
}

function describedQuestion(question: IntakeQuestion, describing: Describing): DescribedQuestion {
  const { about = "APPLICATION", months = null, alsoIn } = describing.list.concepts.get(question.concept) ?? {};
  if (alsoIn === undefined) return { ...question, about, months, alsoIn: null };
  const { coordinate, category, selection } = describedFact(alsoIn, describing);
  return { ...question, about, months, alsoIn: { coordinate, category, selection } };
}
