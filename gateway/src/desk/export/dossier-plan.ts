/**
 * The operations of a copy, made from the supergraph's own types: what is added to the graph is in the copy the same day. A list is an
 * operation of its own, so that all of its pages can be read within the limits of one answer; a list within the records of another is asked
 * for each of these, found again by the cursor before it.
 */
import { isInterfaceType } from "graphql";
import type { AnyField, CompositeType, DossierSchema } from "./dossier-schema.js";

/** A list to read. */
export interface ListPlan {
  /** Field names from the root, or from a record of the list around it, to the list. */
  readonly path: readonly string[];
  /** What is asked of each record. */
  readonly selection: string;
  /** What is asked of the list beside its records. */
  readonly beside: string;
  /** Lists within its records. */
  readonly nested: readonly ListPlan[];
}

/** All that is asked of one root. */
export interface RootPlan {
  readonly type: string;
  /** The field of `Query` that leads to it, and the argument that names it. */
  readonly field: string;
  readonly argument: string;
  /** What is no list. */
  readonly selection: string;
  readonly lists: readonly ListPlan[];
}

/** A plan, and which fields it asks. */
export interface DossierPlan {
  readonly person: RootPlan;
  readonly enterprise: RootPlan;
  /** `Type.field`. */
  readonly fields: ReadonlySet<string>;
}

/** Plans a copy. */
export function planDossier(schema: DossierSchema): DossierPlan {
  const planner = new Planner(schema);
  return {
    person: planner.root("Entrepreneur", "entrepreneur", "id"),
    enterprise: planner.root("Enterprise", "enterprise", "number"),
    fields: planner.fields,
  };
}

class Planner {
  readonly fields = new Set<string>();

  constructor(private readonly schema: DossierSchema) {}

  root(typeName: string, field: string, argument: string): RootPlan {
    const type = this.schema.typeNamed(typeName);
    return { type: typeName, field, argument, selection: this.#select(type, []), lists: this.#listsIn(type, []) };
  }

  /** All of a type but its lists, as text; empty where there is nothing. */
  #select(type: CompositeType, around: readonly string[]): string {
    const parts = this.schema.fieldsOf(type).map((field) => this.#selectField(type, field, around));
    if (isInterfaceType(type)) parts.unshift("__typename", ...this.#fragments(type));
    return parts.filter((part) => part !== "").join(" ");
  }

  #selectField(type: CompositeType, field: AnyField, around: readonly string[]): string {
    const found = this.schema.sortOf(field);
    if (found.sort === "CONNECTION") return "";
    const selected = (text: string): string => {
      this.fields.add(`${type.name}.${field.name}`);
      return text;
    };
    if (found.sort === "LEAF") return selected(field.name);
    const isKnown = this.schema.isElsewhere(found.type) || [...around, type.name].includes(found.type.name);
    const inner = isKnown ? this.schema.keyOf(found.type).join(" ") : this.#select(found.type, [...around, type.name]);
    return inner === "" ? "" : selected(`${field.name} { ${inner} }`);
  }

  #fragments(type: Parameters<DossierSchema["homeless"]>[0]): string[] {
    return this.schema.homeless(type).map((possible) => `... on ${possible.name} { ${this.#select(possible, [])} }`);
  }

  /** Lists of a type and of the single objects within it. @param isWithin whether the type is a record of another list */
  #listsIn(type: CompositeType, around: readonly string[], isWithin = false, path: readonly string[] = []): ListPlan[] {
    return this.schema.fieldsOf(type).flatMap((field) => {
      const found = this.schema.sortOf(field);
      const here = [...path, field.name];
      const lists = (): ListPlan[] => {
        if (found.sort === "LEAF") return [];
        if (found.sort === "CONNECTION") return [this.#list(found.type, found.node, here, isWithin)];
        if (found.isList || this.schema.isElsewhere(found.type) || around.includes(found.type.name)) return [];
        return this.#listsIn(found.type, [...around, type.name], isWithin, here);
      };
      const inner = lists();
      if (inner.length > 0) this.fields.add(`${type.name}.${field.name}`);
      return inner;
    });
  }

  #list(type: CompositeType, node: CompositeType, path: readonly string[], isWithin: boolean): ListPlan {
    const beside = this.schema
      .fieldsOf(type)
      .filter(({ name }) => name !== "edges" && name !== "pageInfo")
      .map((field) => this.#selectField(type, field, []))
      .join(" ");
    // Within the records of another list, what has a list of its own is only named.
    const isNamed = isWithin && this.schema.isElsewhere(node);
    const selection = isNamed ? this.schema.keyOf(node).join(" ") : this.#select(node, []);
    const nested = isNamed || isInterfaceType(node) ? [] : this.#listsIn(node, [node.name], true);
    return { path, selection, beside, nested };
  }
}
