/** From what the graph said to a document: records with their facts, and on each fact whose it is, whence and of when. Pure. */
import { isInterfaceType } from "graphql";
import type { ReadList, ReadRecord, ReadRoot, Json } from "./dossier-reader.js";
import type { CompositeType, DossierSchema } from "./dossier-schema.js";

/** One fact. */
export interface DossierFact {
  /** The field of the graph that tells it: `CoachingDossier.topic`. */
  readonly field: string;
  /** A text, number or switch; a code with its label, an amount; or a list of these. */
  readonly value: unknown;
  /** The subgraph that keeps it. */
  readonly owner: string;
  /** The agency under whose name it was put down; null where it is nobody's in particular. */
  readonly agency: string | null;
  /** When what it is about happened or began, as the owner says; null where it does not. */
  readonly at: string | null;
}

/** Some facts that belong together. */
export interface DossierRecord {
  /** Type of the graph: `CoachingDossier`. */
  readonly type: string;
  /** Where in the graph it stands: `entrepreneur.coaching.dossiers`. */
  readonly source: string;
  /** The subgraph that keeps it. */
  readonly owner: string;
  /** The agency under whose name it was made; null where it has none of its own. */
  readonly agency: string | null;
  /** When it happened or began, as the owner says; null where it does not. */
  readonly at: string | null;
  readonly facts: readonly DossierFact[];
  readonly records: readonly DossierRecord[];
}

/** Whose record it is: facts about the person himself or herself have no date of their own. */
interface Around {
  readonly source: string;
  readonly owner: string;
  readonly agency: string | null;
}

/** Makes documents of what was read. */
export class DossierDocument {
  readonly #told = new Set<string>();
  /** Ids of records that name somebody else. */
  readonly #others = new Set<unknown>();

  /** @param ownIds every id of the person: a record that names somebody else is that person's, and left out */
  constructor(
    private readonly schema: DossierSchema,
    private readonly ownIds: readonly string[],
  ) {}

  /** The records of a root: itself first, then its lists. A record that stands in two lists is told once. */
  ofRoot(root: ReadRoot): DossierRecord[] {
    const { plan } = root;
    const type = this.schema.typeNamed(plan.type);
    const [owner = ""] = this.schema.ownersOf("Query", plan.field);
    const around = { source: plan.field, owner, agency: null };
    const own = this.#record(type, root.data, [], around);
    // Entries that only point to a record come last: by then it is known which records are another's.
    const inOrder = [...root.lists].sort((a, b) => Number(this.#points(type, a)) - Number(this.#points(type, b)));
    const lists = inOrder.flatMap((list) => this.#list(list, type, around));
    return [...(own.facts.length + own.records.length > 0 ? [own] : []), ...lists];
  }

  #list({ plan, records, beside }: ReadList, parent: CompositeType, around: Around): DossierRecord[] {
    const { type, list, owner } = this.#behind(parent, plan.path, around.owner);
    const here = { source: `${around.source}.${plan.path.join(".")}`, owner, agency: around.agency };
    const found = this.#record(list, beside, [], here);
    const told = records.flatMap((record) => this.#once(this.#typeOf(type, record.data), record, here));
    return [...told, ...(found.facts.length + found.records.length > 0 ? [found] : [])];
  }

  #points(type: CompositeType, { plan }: ReadList): boolean {
    return isInterfaceType(this.#behind(type, plan.path, "").type);
  }

  /** What stands behind the fields of a path, and who owns it. */
  #behind(parent: CompositeType, path: readonly string[], around: string) {
    let [type, list, owner] = [parent, parent, around];
    for (const name of path) {
      const field = type.getFields()[name];
      const found = field && this.schema.sortOf(field);
      if (!found || found.sort === "LEAF") throw new Error(`${type.name}.${name} is no list`);
      owner = this.#ownerOf(type, name, owner);
      list = found.type;
      type = found.sort === "CONNECTION" ? found.node : found.type;
    }
    return { type, list, owner };
  }

  #once(type: CompositeType, record: ReadRecord, around: Around): DossierRecord[] {
    const id = record.data["id"];
    if (this.#isAnothers(record.data)) this.#others.add(id);
    if (id !== undefined && this.#others.has(id)) return [];
    // An entry of the timeline is told again where its owner tells it whole: there with all of its facts.
    const key = typeof id === "string" ? `${around.source.split(".").at(-1)} ${type.name} ${id}` : null;
    if (key !== null && this.#told.has(key)) return [];
    if (key !== null) this.#told.add(key);
    return [this.#record(type, record.data, record.lists, around)];
  }

  #isAnothers(data: Json): boolean {
    const named = data["entrepreneur"] as { readonly id?: unknown } | null | undefined;
    return typeof named?.id === "string" && !this.ownIds.includes(named.id);
  }

  #typeOf(type: CompositeType, data: Json): CompositeType {
    return isInterfaceType(type) && typeof data["__typename"] === "string"
      ? this.schema.typeNamed(data["__typename"])
      : type;
  }

  #record(type: CompositeType, data: Json, lists: readonly ReadList[], around: Around): DossierRecord {
    const owner = this.#ownerOfRecord(type, around.owner);
    const agency = codeIn(data["agency"]) ?? around.agency;
    const [here, at] = [{ source: around.source, owner, agency }, dateIn(type, data)];
    const facts: DossierFact[] = [];
    const records: DossierRecord[] = [];
    for (const [name, value] of Object.entries(data)) {
      const field = type.getFields()[name];
      if (!field || value === null || value === undefined) continue;
      const found = this.schema.sortOf(field);
      if (found.sort === "CONNECTION") continue;
      const inner = { source: `${around.source}.${name}`, owner: this.#ownerOf(type, name, owner), agency };
      if (found.sort === "LEAF" || this.#isFact(found.type, value))
        facts.push({ field: `${type.name}.${name}`, value, owner: inner.owner, agency, at });
      else
        for (const one of found.isList ? (value as Json[]) : [value as Json])
          records.push(...this.#inner(found.type, one, inner));
    }
    records.push(...lists.flatMap((list) => this.#list(list, type, here)));
    return { type: type.name, source: around.source, owner, agency, at, facts, records };
  }

  #inner(type: CompositeType, data: Json, around: Around): DossierRecord[] {
    const record = this.#record(type, data, [], around);
    return record.facts.length + record.records.length > 0 ? [record] : [];
  }

  /** Values, agencies and mere names of records are facts; what has facts of its own is a record within. */
  #isFact(type: CompositeType, value: unknown): boolean {
    if (this.schema.isValue(type) && isFlat(type, this.schema)) return true;
    const [one] = Array.isArray(value) ? (value as unknown[]) : [value];
    const keys = this.schema.keyOf(type);
    const told =
      typeof one === "object" && one !== null ? Object.keys(one).filter((name) => name !== "__typename") : [];
    return type.name === "Agency" || (keys.length > 0 && told.every((name) => keys.includes(name)));
  }

  #ownerOfRecord(type: CompositeType, around: string): string {
    const owners = this.schema.ownersOf(type.name, "");
    return owners.includes(around) || owners.length === 0 ? around : (owners[0] ?? around);
  }

  /** Who owns a field: where several can tell it, whoever tells the record. */
  #ownerOf(type: CompositeType, field: string, around: string): string {
    const owners = this.schema.ownersOf(type.name, field);
    return owners.includes(around) || owners.length === 0 ? around : (owners[0] ?? around);
  }
}

/** Whether a value has no lists of records in it. */
function isFlat(type: CompositeType, schema: DossierSchema): boolean {
  return Object.values(type.getFields()).every((field) => schema.sortOf(field).sort === "LEAF");
}

function codeIn(agency: unknown): string | null {
  const code = typeof agency === "object" && agency !== null ? (agency as Json)["code"] : null;
  return typeof code === "string" ? code : null;
}

/** The first instant or day that the type's own order of fields gives and the record has. */
function dateIn(type: CompositeType, data: Json): string | null {
  const dates = Object.values(type.getFields()).filter(({ type: of }) => /^Date(Time)?!?$/.test(String(of)));
  const instants = dates.filter(({ type: of }) => String(of).startsWith("DateTime"));
  for (const { name } of [...instants, ...dates]) {
    const value = data[name];
    if (typeof value === "string") return value;
  }
  return null;
}
