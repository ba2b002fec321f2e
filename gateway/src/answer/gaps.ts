/**
 * Finds the empty places of an answer that nobody has explained. The executor's merged data tells them: a field that is not there was
 * never delivered, because its fetch failed or was skipped when another failed; a null that is there was said by its owner.
 */
import { getNamedType, isAbstractType, isListType, isNonNullType, isObjectType } from "graphql";
import type { GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from "graphql";
import { keyOf } from "./paths.js";
import type { ResponsePath } from "./paths.js";
import type { FieldCollector } from "./selections.js";

/** A null in the answer that needs an error. */
export interface Gap {
  /** Where the null stands, or what beneath it made it null. */
  readonly path: ResponsePath;
  readonly parentType: string;
  readonly fieldName: string;
  /** True where nothing was delivered; false where what was delivered does not fit the schema. */
  readonly isMissing: boolean;
}

/** An operation's answer, twice: as the client gets it, and as the subgraphs delivered it. */
export interface WalkedAnswer {
  readonly schema: GraphQLSchema;
  readonly rootType: GraphQLObjectType;
  readonly fields: FieldCollector;
  readonly data: unknown;
  readonly delivered: unknown;
  /** Whether an error stands at a path or beneath it. */
  readonly isExplained: (key: string) => boolean;
}

interface Place {
  readonly path: ResponsePath;
  readonly parentType: string;
  readonly fieldName: string;
  readonly type: GraphQLOutputType;
}

type Json = Readonly<Record<string, unknown>>;
type Selection = Parameters<FieldCollector>[1];

/** Every null of the answer without an error, in the order of the answer. */
export function findGaps(answer: WalkedAnswer): Gap[] {
  if (!isObject(answer.delivered)) return [];
  const walk = new GapWalk(answer);
  if (answer.data === null)
    return walk.explained([]) ? [] : walk.beneathObject(answer.delivered, answer.rootType, [], null).slice(0, 1);
  walk.object(answer.data, answer.delivered, answer.rootType, [], null);
  return walk.gaps;
}

class GapWalk {
  readonly gaps: Gap[] = [];

  constructor(private readonly answer: WalkedAnswer) {}

  explained(path: ResponsePath): boolean {
    return this.answer.isExplained(keyOf(path));
  }

  /** An object of the answer: each field the client asked. */
  object(data: unknown, delivered: Json, type: GraphQLObjectType, path: ResponsePath, selection: Selection): void {
    if (!isObject(data)) return;
    for (const { place, responseName, nested } of this.#places(type, path, selection)) {
      this.#value(data[responseName], delivered[responseName], place, nested);
    }
  }

  #value(value: unknown, delivered: unknown, place: Place, nested: Selection): void {
    if (value === null || value === undefined) return this.#null(delivered, place, nested);
    if (Array.isArray(value) && Array.isArray(delivered)) {
      value.forEach((element, index) => this.#value(element, delivered[index], elementOf(place, index), nested));
      return;
    }
    const type = this.#objectType(place.type, delivered);
    if (type && isObject(delivered)) this.object(value, delivered, type, place.path, nested);
  }

  #null(delivered: unknown, place: Place, nested: Selection): void {
    if (delivered === null || this.explained(place.path)) return;
    if (delivered === undefined) return void this.gaps.push(gapAt(place, true));
    const [culprit = gapAt(place, false)] = this.#beneath(delivered, place, nested);
    this.gaps.push(culprit);
  }

  /** What made a delivered value null: the non-null fields in it that are not there, the first one first. */
  #beneath(delivered: unknown, place: Place, nested: Selection): Gap[] {
    if (Array.isArray(delivered)) {
      return delivered.flatMap((element: unknown, index) => this.#mustBe(element, elementOf(place, index), nested));
    }
    const type = this.#objectType(place.type, delivered);
    return type && isObject(delivered) ? this.beneathObject(delivered, type, place.path, nested) : [];
  }

  /** The same for an object whose type is known. */
  beneathObject(delivered: Json, type: GraphQLObjectType, path: ResponsePath, selection: Selection): Gap[] {
    return this.#places(type, path, selection).flatMap(({ place, responseName, nested }) =>
      this.#mustBe(delivered[responseName], place, nested),
    );
  }

  #mustBe(delivered: unknown, place: Place, nested: Selection): Gap[] {
    if (!isNonNullType(place.type)) return [];
    if (delivered === undefined || delivered === null) return [gapAt(place, delivered === undefined)];
    return this.#beneath(delivered, place, nested);
  }

  #places(
    type: GraphQLObjectType,
    path: ResponsePath,
    selection: Selection,
  ): { place: Place; responseName: string; nested: Selection }[] {
    const fields = type.getFields();
    return [...this.answer.fields(type, selection)].flatMap(([responseName, nodes]) => {
      const fieldName = nodes[0]?.name.value ?? "";
      const field = fields[fieldName];
      if (!field) return [];
      return [
        {
          place: { path: [...path, responseName], parentType: type.name, fieldName, type: field.type },
          responseName,
          nested: nodes,
        },
      ];
    });
  }

  #objectType(type: GraphQLOutputType, delivered: unknown): GraphQLObjectType | undefined {
    const named = getNamedType(type);
    const spoken =
      isObject(delivered) && typeof delivered["__typename"] === "string"
        ? this.answer.schema.getType(delivered["__typename"])
        : undefined;
    const actual = isAbstractType(named) ? spoken : named;
    return isObjectType(actual) ? actual : undefined;
  }
}

function elementOf(place: Place, index: number): Place {
  const list = isNonNullType(place.type) ? place.type.ofType : place.type;
  return { ...place, path: [...place.path, index], type: isListType(list) ? list.ofType : list };
}

function gapAt({ path, parentType, fieldName }: Place, isMissing: boolean): Gap {
  return { path, parentType, fieldName, isMissing };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
