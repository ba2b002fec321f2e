import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildASTSchema, parse, validate } from "graphql";
import { formOperation } from "./form-operation.js";
import { IntakeForms } from "./intake-forms.js";
import { FactsRead } from "./read-facts.js";

const forms = new IntakeForms();
const supergraph = readFileSync(join(import.meta.dirname, "../../../supergraph.graphql"), "utf8");
const schema = buildASTSchema(parse(supergraph), { assumeValid: true, assumeValidSDL: true });
const everything = { Entrepreneur: "p", Enterprise: "0123456749", Project: "j" };

describe("the operation of a form", () => {
  it.each(forms.all().map(({ code }) => code))("%s is one that the graph understands, whatever is named", (code) => {
    const form = forms.of(code);
    for (const holders of [
      everything,
      { ...everything, Enterprise: null },
      { ...everything, Project: null },
      { ...everything, Enterprise: null, Project: null },
    ])
      for (const asMandatary of [false, true]) {
        const { query } = formOperation(form, holders, asMandatary);
        expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
      }
  });

  it("asks each owner by its own root, and a fact of nobody nowhere", () => {
    const { query, places, variables } = formOperation(forms.of("CREDIT_APPLICATION"), {
      ...everything,
      Project: null,
    });
    expect(query).toContain("registryEnterprise(number: $Enterprise)");
    expect(places.has("Enterprise.name")).toBe(true);
    expect(places.has("Project.title")).toBe(false);
    expect(variables).toEqual({ Entrepreneur: "p", Enterprise: "0123456749" });
  });
});

describe("what the graph answered", () => {
  const form = forms.of("CREDIT_APPLICATION");
  const fact = (coordinate: string): (typeof form.facts)[number] => {
    const found = form.facts.find((one) => one.coordinate === coordinate);
    if (!found) throw new Error(`the form does not take ${coordinate}`);
    return found;
  };
  const operation = formOperation(form, everything);
  const read = (data: object | null, errors: readonly { path?: string[]; code: string }[] = []): FactsRead =>
    new FactsRead(
      {
        data: data as Record<string, unknown> | null,
        errors: errors.map(({ path, code }) => ({ message: "", ...(path && { path }), extensions: { code } })),
      },
      operation,
    );
  const { root, alias } = operation.places.get("Entrepreneur.birthDate") ?? { root: "", alias: "" };

  it("is a value where there is one", () => {
    expect(read({ [root]: { [alias]: "1980-01-01" } }).of(fact("Entrepreneur.birthDate"))).toEqual({
      value: "1980-01-01",
      fault: null,
    });
  });

  it.each([
    ["nothing where the owner holds none", { [root]: { [alias]: null } }, [], null],
    [
      "withheld where the field is",
      { [root]: { [alias]: null } },
      [{ path: [root, alias], code: "NOT_SHARED" }],
      "WITHHELD",
    ],
    ["withheld where the whole person is", { [root]: null }, [{ path: [root], code: "NOT_SHARED" }], "WITHHELD"],
    [
      "not withheld where another field is",
      { [root]: { [alias]: null } },
      [{ path: [root, "other"], code: "NOT_SHARED" }],
      null,
    ],
    ["silent where its owner is", { [root]: null }, [{ path: [root], code: "SUBGRAPH_TIMEOUT" }], "SILENT"],
    ["silent where nothing came at all", null, [{ code: "SUBGRAPH_UNAVAILABLE" }], "SILENT"],
  ])("is %s", (_, data, errors, fault) => {
    expect(read(data, errors).of(fact("Entrepreneur.birthDate")).fault).toBe(fault);
  });

  it("tells the day of a register's facts, and when an agency was last heard of", () => {
    const place = operation.places.get("Enterprise.name");
    const told = read({
      person: {
        id: "p",
        presence: [
          { agency: { code: "HUB" }, asOf: "2026-01-02T03:04:05.000Z" },
          { agency: { code: "COM" }, asOf: null },
        ],
      },
      [place?.root ?? ""]: { registrySource: { snapshotDate: null, importedAt: "2026-01-01T00:00:00.000Z" } },
    });
    expect(told.provenanceOf(fact("Enterprise.name"))).toBe("2026-01-01T00:00:00.000Z");
    expect(told.provenanceOf(fact("Entrepreneur.birthDate"))).toBeNull();
    expect(told.lastHeardOf(["HUB", "COM"])?.toISOString()).toBe("2026-01-02T03:04:05.000Z");
    expect(told.lastHeardOf(["BWF"])).toBeNull();
  });

  it("tells another person's project from one that cannot be told", () => {
    const person = { id: "p" };
    expect(read({ person, project: { entrepreneur: { id: "q" } } }).isProjectOfAnother()).toBe(true);
    expect(read({ person, project: { entrepreneur: { id: "p" } } }).isProjectOfAnother()).toBe(false);
    expect(read({ person, project: { entrepreneur: null } }).isProjectOfAnother()).toBe(false);
    expect(read({ person: null, project: { entrepreneur: { id: "q" } } }).isProjectOfAnother()).toBe(false);
  });
});
