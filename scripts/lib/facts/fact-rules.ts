/** The rules by which the list of concepts and the graph speak of the same facts (decision 0020). Each answers the sentences of what breaks it. */
import type { Concept, ConceptList } from "@parcours/shared/concepts/concept-list";
import { factsOfEntities, type OwnedField } from "./facts-of-graph.js";

type Fields = ReadonlyMap<string, OwnedField>;

/** Everything that is wrong between the list and the graph; empty where they agree. */
export function brokenFacts(list: ConceptList, fields: Fields): string[] {
  return [
    ...everyFieldIsSpokenOf(list, fields),
    ...everyFactExists(list, fields),
    ...everyFactHasOneConcept(list),
    ...nothingIsFactAndNot(list),
  ];
}

/** A field that nobody speaks of could be asked on a form while an owner holds it. */
function everyFieldIsSpokenOf({ concepts, notFacts }: ConceptList, fields: Fields): string[] {
  const facts = new Set([...concepts.values()].map(({ fact }) => fact));
  return factsOfEntities(fields)
    .filter((field) => !isOwnSection(field) && !facts.has(field.coordinate) && !notFacts.has(field.coordinate))
    .map(
      ({ coordinate, owner }) =>
        `${coordinate} of "${owner}" is in no concept: add the concept that it holds to shared/concepts.yaml (fact: ${coordinate}), or put it under notFacts as DERIVED or LIST, with the reason.`,
    );
}

/**
 * An owner's own section, named as the owner is (`Entrepreneur.coaching`), leads to what it keeps and holds nothing itself: a new agency joins
 * by its folder alone.
 */
function isOwnSection({ coordinate, owner }: OwnedField): boolean {
  return coordinate.split(".")[1] === owner.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function everyFactExists({ concepts, notFacts }: ConceptList, fields: Fields): string[] {
  return [
    ...[...concepts.values()]
      .filter(({ fact }) => fact !== undefined && !fields.has(fact))
      .map(
        ({ code, fact }) =>
          `The concept ${code} says that ${fact} holds it, and there is no such field: write the coordinate of the field that does, or take \`fact\` away.`,
      ),
    ...[...notFacts.keys()]
      .filter((coordinate) => !fields.has(coordinate))
      .map((coordinate) => `notFacts speaks of ${coordinate}, and there is no such field: take the line away.`),
  ];
}

/** Two concepts of one fact would let the second be asked under another name. */
function everyFactHasOneConcept({ concepts }: ConceptList): string[] {
  const byFact = new Map<string, Concept[]>();
  for (const concept of concepts.values())
    if (concept.fact !== undefined) byFact.set(concept.fact, [...(byFact.get(concept.fact) ?? []), concept]);
  return [...byFact]
    .filter(([, sharing]) => sharing.length > 1)
    .map(
      ([fact, sharing]) =>
        `${fact} is the fact of ${sharing.map(({ code }) => code).join(" and ")}: a fact has one concept. Make one of them, or name the field that holds the other.`,
    );
}

function nothingIsFactAndNot({ concepts, notFacts }: ConceptList): string[] {
  return [...concepts.values()].flatMap(({ code, fact }) =>
    fact !== undefined && notFacts.has(fact)
      ? [`${fact} is the fact of ${code} and stands under notFacts too: take one of the two away.`]
      : [],
  );
}
