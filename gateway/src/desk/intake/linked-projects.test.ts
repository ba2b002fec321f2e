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
