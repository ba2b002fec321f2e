import { idFrom } from "@parcours/shared/ids";
import type { Graph } from "../graph.js";
import { linkedProjects } from "./linked-projects.js";

const number = "0202239951";
const [Entrepreneur, id] = [idFrom("olivia"), idFrom("project")];
const project = (code: string) => ({ id, agency: { code: "HUB" }, enterprise: { number }, enterpriseLink: { code } });
const graphWith = (code: string): Graph => ({
  ask: async ({ query }) => ({
    data: query.includes("projects(") ? { projects: { edges: [{ node: project(code) }] } } : { project: project(code) },
    errors: [],
  }),
});

it("nobody who is silent says that a project became nothing", async () => {
  const silent: Graph = {
    ask: async () => ({ data: { project: null }, errors: [{ message: "", extensions: { code: "SUBGRAPH_TIMEOUT" } }] }),
  };
  const ofProject = { Entrepreneur, Enterprise: null, Project: id };
  expect(await linkedProjects(silent, ofProject, [])).toMatchObject({ enterpriseNumber: null, isSilent: true });
  expect(await linkedProjects(graphWith("CLAIMED"), ofProject, [])).toMatchObject({ isSilent: false });
});

describe("a project and the enterprise that it became", () => {
  it.each([
    ["CONFIRMED", number, [id]],
    ["CLAIMED", null, []],
  ])("know of each other where the link is %s: %s, %j", async (code, enterpriseNumber, projectIds) => {
    const ofProject = { Entrepreneur, Enterprise: null, Project: id };
    expect((await linkedProjects(graphWith(code), ofProject, [])).enterpriseNumber).toBe(enterpriseNumber);
    const ofEnterprise = { Entrepreneur, Enterprise: number, Project: null };
    expect((await linkedProjects(graphWith(code), ofEnterprise, [])).projectIds).toEqual(projectIds);
  });
});
