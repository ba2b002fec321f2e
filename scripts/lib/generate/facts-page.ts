import type { Concept, ConceptList } from "@parcours/shared/concepts/concept-list";
import { factsOfEntities, type OwnedField } from "../facts/facts-of-graph.js";
import { page, table } from "./page.js";

/** Columns of a list of facts. */
export const factColumns = ["fact", "owner", "authentic source", "category", "since", "concept"] as const;

/** Every fact of the shared entities, a row each: coordinate, owner, authentic source, category, since when, concept. */
export function factRows(list: ConceptList, fields: ReadonlyMap<string, OwnedField>): string[][] {
  const byFact = conceptsByFact(list);
  return factsOfEntities(fields).flatMap(({ coordinate, owner, category }) => {
    const concept = byFact.get(coordinate);
    return concept ? [[coordinate, owner, sourceOf(list, concept), category, concept.since, concept.code]] : [];
  });
}

/** Every fact, what is no fact of its own, what else is known, and what may be asked. */
export function factsPage(list: ConceptList, fields: ReadonlyMap<string, OwnedField>): string {
  const [inEntities, elsewhere] = [factRows(list, fields), factsElsewhere(list, fields)];
  const coded = (rows: readonly string[][]): string[][] =>
    rows.map(([fact = "", owner = "", source = "", category = "", since = "", concept = ""]) => [
      code(fact),
      owner,
      source,
      code(category),
      since,
      code(concept),
    ]);
  return page(
    "What is known, and who owns it",
    "shared/concepts.yaml and subgraphs/*/schema.graphql",
    "Each fact has one owner: composition refuses a second one. A form never asks what an owner or a register holds: `pnpm check` refuses the " +
      "question and names who does. `pnpm facts` prints the first table.",
    table(factColumns, coded(inEntities)),
    "## Facts inside of those",
    table(factColumns, coded(elsewhere)),
    "## What registers hold that the graph does not have",
    table(
      ["concept", "is", "register"],
      [...list.concepts.values()]
        .filter(({ fact, about }) => fact === undefined && about === undefined)
        .map((concept) => [code(concept.code), concept.is, sourceOf(list, concept)]),
    ),
    "## What a form may ask",
    "An answer is kept by the agency whose form asked it, and is not asked again while it is good.",
    table(
      ["concept", "is", "stands for", "good for"],
      [...list.concepts.values()]
        .filter(({ about }) => about !== undefined)
        .map(({ code: concept, is, about = "", months }) => [
          code(concept),
          is,
          about,
          months ? `${months} months` : "this form",
        ]),
    ),
    "## Fields that are no facts",
    table(["field", "owner", "kind", "why"], fieldsThatAreNone(list, fields)),
  );
}

function fieldsThatAreNone({ notFacts }: ConceptList, fields: ReadonlyMap<string, OwnedField>): string[][] {
  return [...notFacts].map(([field, { kind, of, why }]) => [
    code(field),
    fields.get(field)?.owner ?? "",
    of ? `${kind} of ${code(of)}` : kind,
    why,
  ]);
}

function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

/** The concept of each fact. */
function conceptsByFact({ concepts }: ConceptList): ReadonlyMap<string, Concept> {
  return new Map([...concepts.values()].flatMap((concept) => (concept.fact ? [[concept.fact, concept]] : [])));
}

/** Facts that stand in a value of a shared entity, such as a line of the annual accounts. */
function factsElsewhere(list: ConceptList, fields: ReadonlyMap<string, OwnedField>): string[][] {
  const inEntities = new Set(factsOfEntities(fields).map(({ coordinate }) => coordinate));
  return [...conceptsByFact(list)]
    .filter(([fact]) => !inEntities.has(fact))
    .map(([fact, concept]) => {
      const { owner = "", category = "" } = fields.get(fact) ?? {};
      return [fact, owner, sourceOf(list, concept), category, concept.since, concept.code];
    });
}

function sourceOf({ sources }: ConceptList, { source }: Concept): string {
  return sources.get(source)?.names.en ?? source;
}
