import { mayAskFor, purposes, isCaseReference } from "../identity/purposes.js";
import { roles, staffRoles } from "../identity/roles.js";
import { hardCases, type HardCase } from "./cases.js";
import { demonstrationPeople, type DemonstrationPerson } from "./people.js";
import { storyOf } from "./population.js";
import type { World } from "./story.js";

const world: World = { seed: "1819", asOf: "2026-03-31", entrepreneurs: 60 };
const people = demonstrationPeople(world);
const who = (handle: string): DemonstrationPerson | undefined => people.find((person) => person.handle === handle);
const story = (name: HardCase) => storyOf(world, hardCases[name]);
const running = (name: HardCase) => story(name).coaching.dossiers.filter(({ closedAt }) => closedAt === null);

describe("the people of the demonstration", () => {
  it("are somebody for every role that a person can have", () => {
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(roles.filter((role) => role !== "SERVICE")));
  });

  it("have a handle each, a name, and speak the three languages", () => {
    expect(new Set(people.map(({ handle }) => handle)).size).toBe(people.length);
    for (const { handle, name } of people)
      expect([handle, name]).toEqual([expect.stringMatching(/^[a-z-]+$/), expect.stringMatching(/ /)]);
    expect(new Set(people.map(({ language }) => language))).toEqual(new Set(["fr", "nl", "en"]));
  });

  it("work at an agency when they are staff, and are somebody of the graph when not", () => {
    for (const { role, agency, staffId, entrepreneurId } of people) {
      if (staffRoles.includes(role)) expect([agency, staffId]).toEqual([expect.any(String), expect.any(String)]);
      else expect([agency, staffId, entrepreneurId]).toEqual([undefined, undefined, expect.any(String)]);
    }
  });

  it("ask for a purpose that their role may ask for, with a case where it needs one", () => {
    for (const { role, purpose, caseReference } of people) {
      if (!purpose) expect(role).toBe("STATISTICIAN");
      else expect([mayAskFor(role, purpose), Boolean(caseReference)]).toEqual([true, purposes[purpose].needsCase]);
      if (caseReference) expect(isCaseReference(caseReference)).toBe(true);
    }
  });

  it("are bound to the stories: who coaches, who helps, who was merged", () => {
    for (const [name, coach] of [
      ["KNOWN_TO_EVERY_POLE", "sofie"],
      ["COACHED_AND_REFUSED", "sofie"],
      ["HONOUR_LOAN_REFUSED", "karim"],
    ] as const)
      expect(running(name).map(({ agency, advisor }) => [agency, advisor.staffId])).toEqual([
        [who(coach)?.agency, who(coach)?.staffId],
      ]);
    expect(story("IN_DIFFICULTY").coaching.difficultyCases[0]?.advisor.staffId).toBe(who("samira")?.staffId);
    expect(who("amina")).toMatchObject({ entrepreneurId: story("KNOWN_TO_EVERY_POLE").id, name: "Amina El Khattabi" });
    const { given, family } = story("SECOND_TWIN").name;
    expect(who("lies")).toMatchObject({ entrepreneurId: story("SECOND_TWIN").id, name: `${given} ${family}` });
  });
});
