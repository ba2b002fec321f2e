import "reflect-metadata";
import { idFrom } from "@parcours/shared/ids";
import { UserFault } from "@parcours/shared/mutations/user-error";
import type { Graph, GraphAnswer } from "../graph.js";
import { enterpriseOfOwnProject } from "./document-project.js";

const [olivia, former, mallory] = [idFrom("olivia"), idFrom("olivia before"), idFrom("mallory")];
const number = "0202239951";
const error = (code: string, ...path: string[]) => ({ message: "", path, extensions: { code } });
const silent = (...path: string[]) => error("SUBGRAPH_UNAVAILABLE", ...path);
const project = (of: string | null, link: string | null = null) => ({
  entrepreneur: of === null ? null : { id: of },
  enterprise: link === null ? null : { number },
  enterpriseLink: link === null ? null : { code: link },
});
const answered = (data: GraphAnswer["data"], ...errors: GraphAnswer["errors"]): Graph => ({
  ask: async () => ({ data, errors }),
});
const check = async (graph: Graph, entrepreneurId = olivia): Promise<string | null> => {
  try {
    return await enterpriseOfOwnProject(graph, { projectId: idFrom("project"), entrepreneurId });
  } catch (fault) {
    if (fault instanceof UserFault) return fault.message;
    throw fault;
  }
};
const person = { id: olivia };

describe("the project of a document", () => {
  it.each<[string, Graph, string | null]>([
    ["the person's own, without number", answered({ project: project(olivia), person }), null],
    ["the person's own, become an enterprise", answered({ project: project(olivia, "CONFIRMED"), person }), number],
    [
      "the person's own, with an enterprise that is claimed",
      answered({ project: project(olivia, "CLAIMED"), person }),
      null,
    ],
    ["another's", answered({ project: project(mallory), person }), "DOCUMENT_PROJECT_REFUSED"],
    [
      "unknown, or not to be read",
      answered({ project: project(null), person }, error("NOT_SHARED", "project", "entrepreneur")),
      "DOCUMENT_PROJECT_REFUSED",
    ],
    [
      "not told at all",
      answered({ project: null, person }, error("NOT_SHARED", "project")),
      "DOCUMENT_PROJECT_REFUSED",
    ],
    ["of a silent owner", answered({ project: null, person }, silent("project")), "DOCUMENT_PROJECT_SILENT"],
    [
      "told in part by a silent owner",
      answered({ project: project(null), person }, silent("project", "entrepreneur")),
      "DOCUMENT_PROJECT_SILENT",
    ],
    ["of nobody who answers", answered(null, error("SUBGRAPH_TIMEOUT")), "DOCUMENT_PROJECT_SILENT"],
    [
      "the person's own, the front door silent",
      answered({ project: project(olivia), person: null }, silent("person")),
      null,
    ],
  ])("%s", async (_, graph, expected) => expect(await check(graph)).toBe(expected));

  it.each<[string, Graph, string | null]>([
    ["is the person's own under the id in use", answered({ project: project(olivia), person }), null],
    [
      "waits for who knows the ids",
      answered({ project: project(olivia), person: null }, silent("person")),
      "DOCUMENT_PROJECT_SILENT",
    ],
    [
      "is another's where the person is unknown",
      answered({ project: project(olivia), person: null }, error("NOT_SHARED", "person")),
      "DOCUMENT_PROJECT_REFUSED",
    ],
  ])("asked under an id that was merged %s", async (_, graph, expected) =>
    expect(await check(graph, former)).toBe(expected),
  );
});
