import { readFileSync } from "node:fs";
import { join } from "node:path";
import { accessMatrix } from "@parcours/shared/visibility/access-matrix";
import { getNamedType, isInterfaceType, isObjectType } from "graphql";
import { planDossier } from "./dossier-plan.js";
import { DossierSchema } from "./dossier-schema.js";
import type { CompositeType } from "./dossier-schema.js";
import { leftOut } from "./exceptions.js";
import { fieldLabels } from "./field-labels.js";

const sdl = readFileSync(join(__dirname, "../../../supergraph.graphql"), "utf8");
const schema = new DossierSchema(sdl);
const plan = planDossier(schema);

/** The category of a field: its own, else that of its value type. */
function categoryOf(type: CompositeType, name: string): string {
  for (const node of [type.getFields()[name]?.astNode, type.astNode]) {
    const directive = node?.directives?.find((candidate) => candidate.name.value === "category");
    const value = directive?.arguments?.[0]?.value;
    if (value?.kind === "StringValue") return value.value;
  }
  throw new Error(`${type.name}.${name} has no category`);
}

/** Every field that can be reached from the person, through whatever, that the person may be shown. */
function reachable(): string[] {
  const seen = new Set<string>();
  const fields: string[] = [];
  const walk = (type: CompositeType): void => {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    for (const field of Object.values(type.getFields())) {
      const { readers = [] } = accessMatrix.get(categoryOf(type, field.name)) ?? {};
      const name = `${type.name}.${field.name}`;
      if (Object.hasOwn(leftOut, name)) continue;
      if (["ANYONE", "OWN", "MANDATARY"].some((reader) => readers.includes(reader))) fields.push(name);
      const behind = getNamedType(field.type);
      if (isObjectType(behind) || isInterfaceType(behind)) walk(behind);
    }
    if (isInterfaceType(type)) for (const possible of schema.schema.getPossibleTypes(type)) walk(possible);
  };
  walk(schema.typeNamed("Entrepreneur"));
  return fields;
}

/** How a list's pages are walked: no fact of anybody. */
const structure = /(Connection|Edge|PageInfo)\.|^PageInfo/;

describe("the plan of a copy", () => {
  it("asks every field of the supergraph that the person may be shown", () => {
    const facts = reachable().filter((name) => !structure.test(name));
    expect(facts.length).toBeGreaterThan(300);
    expect(facts.filter((name) => !plan.fields.has(name))).toEqual([]);
  });

  it("has a name in three languages for each of them", () => {
    const names = [...plan.fields].map((name) => name.split(".")[1] ?? "");
    expect(names.filter((name) => !fieldLabels.has(name) && name !== "currency")).toEqual([]);
    for (const labels of fieldLabels.values())
      expect(Object.values(labels).filter((label) => label === "")).toEqual([]);
  });

  it("leaves out only what there is", () => {
    const stale = Object.keys(leftOut).filter((coordinate) => {
      const [type = "", field = ""] = coordinate.split(".");
      return !(field in schema.typeNamed(type).getFields());
    });
    expect(stale).toEqual([]);
  });
});
