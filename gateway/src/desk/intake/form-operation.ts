/** The one operation by which the graph is asked for everything that a form takes. */
import type { DescribedFact, DescribedForm, OwnerRoot } from "@parcours/shared/intake/described-form";

/** For whom a form is filled in: keys of the shared entities. */
export interface IntakeHolders {
  readonly Entrepreneur: string;
  /** Ten digits; null where there is no enterprise yet (R53). */
  readonly Enterprise: string | null;
  readonly Project: string | null;
}

/** A shared entity. */
export type HolderType = keyof IntakeHolders;

/** A question to the graph, and where each answer will stand. */
export interface FormOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
  /** By coordinate; a fact of an entity that is not there stands nowhere. */
  readonly places: ReadonlyMap<string, FactPlace>;
}

/** Where in the answer a fact stands. */
export interface FactPlace {
  readonly root: string;
  readonly alias: string;
}

/** The person beside the facts: who it is today, and when each agency was last heard of. */
export const personAlias = "person";
/** Whether the reader has a mandate in the enterprise: what a mandatary alone may read of it is asked beside the facts. */
export const enterpriseAlias = "enterprise";
/** Whose project it is. */
export const projectAlias = "project";

interface Part {
  readonly alias: string;
  readonly holder: HolderType;
  readonly root: OwnerRoot;
  readonly facts: readonly DescribedFact[];
}

/** The entity of a coordinate. */
export function holderOf({ coordinate }: DescribedFact): HolderType {
  return coordinate.split(".")[0] as HolderType;
}

/** Makes the operation of a form. @param asMandatary whether a mandate in the enterprise may be what lets the reader ask */
export function formOperation({ facts }: DescribedForm, holders: IntakeHolders, asMandatary = false): FormOperation {
  const parts = partsOf(facts.filter((fact) => holders[holderOf(fact)] !== null));
  const named = [...new Set(parts.map(({ holder }) => holder))];
  const types = new Map(parts.map(({ holder, root }) => [holder, root.type]));
  const project = holders.Project === null ? [] : [`${projectAlias}: project(id: $Project) { entrepreneur { id } }`];
  if (holders.Project !== null) types.set("Project", "ID!");
  const isProbed = asMandatary && holders.Enterprise !== null;
  const mandate = `supports(first: 1) { pageInfo { hasNextPage } }`;
  const enterprise = isProbed ? [`${enterpriseAlias}: enterprise(number: $Enterprise) { ${mandate} }`] : [];
  if (isProbed) types.set("Enterprise", types.get("Enterprise") ?? "String!");
  types.set("Entrepreneur", types.get("Entrepreneur") ?? "ID!");
  const declared = [...types].map(([holder, type]) => `$${holder}: ${type}`);
  const person = `${personAlias}: entrepreneur(id: $Entrepreneur) { id presence { agency { code } asOf } }`;
  const holdersNamed = new Set<HolderType>([...named, ...types.keys()]);
  return {
    query: `query Intake(${declared.join(", ")}) {\n  ${[person, ...enterprise, ...project, ...parts.map(textOf)].join("\n  ")}\n}`,
    variables: Object.fromEntries([...holdersNamed].map((holder) => [holder, holders[holder] ?? ""])),
    places: new Map(
      parts.flatMap(({ alias, facts: here }) =>
        here.map(({ coordinate }, index) => [coordinate, { root: alias, alias: `f${index}` }] as const),
      ),
    ),
  };
}

/** Facts that one root answers are asked through it together. */
function partsOf(facts: readonly DescribedFact[]): Part[] {
  const roots = new Map<string, Part>();
  for (const fact of facts) {
    const { root } = fact;
    const part = roots.get(root.field) ?? { alias: `r${roots.size}`, holder: holderOf(fact), root, facts: [] };
    roots.set(root.field, { ...part, facts: [...part.facts, fact] });
  }
  return [...roots.values()];
}

function textOf({ alias, holder, root, facts }: Part): string {
  const { field, parts } = root.provenance ?? { field: "", parts: [] };
  const provenance = root.provenance ? [`${field} { ${parts.join(" ")} }`] : [];
  const asked = facts.map(({ selection }, index) => `f${index}: ${selection}`);
  return `${alias}: ${root.field}(${root.argument}: $${holder}) { ${[...provenance, ...asked].join(" ")} }`;
}
