import type { DossierStory, EnrolmentStory, SessionStory } from "@parcours/shared/demonstration/coaching-story";
import type { ReferralStory } from "@parcours/shared/demonstration/story";
import { followUpRows, referralsOfDossiers } from "./demonstration-links.js";

const advisor = { staffId: "s", name: "An Adviser" };
const dossier = (parts: Partial<DossierStory>): DossierStory => ({
  id: "d",
  agency: "HUB",
  entrepreneurId: "p",
  projectId: null,
  enterpriseNumber: null,
  intensity: "GENERALIST",
  stage: "PRE_CREATION",
  topic: "CREATION",
  advisor,
  openedAt: new Date("2025-03-03T10:00:00Z"),
  closedAt: null,
  outcome: null,
  sessions: [],
  ...parts,
});
const referral = (parts: Partial<ReferralStory>): ReferralStory => ({
  id: "r",
  interactionId: null,
  fromAgency: "1819",
  toAgency: "HUB",
  topic: "CREATION",
  sentAt: new Date("2025-02-20T10:00:00Z"),
  status: "ACCEPTED",
  respondedAt: new Date("2025-03-03T11:00:00Z"),
  doneAt: null,
  successful: null,
  reason: null,
  enterpriseNumber: null,
  ...parts,
});

describe("the referral that a dossier came from", () => {
  it.each([
    ["accepted by the same agency that day", {}, {}, "r"],
    ["accepted shortly before", { respondedAt: new Date("2025-01-15T11:00:00Z") }, {}, "r"],
    ["accepted long before", { respondedAt: new Date("2024-11-15T11:00:00Z") }, {}, null],
    ["accepted afterwards", { respondedAt: new Date("2025-03-04T11:00:00Z") }, {}, null],
    ["rejected", { status: "REJECTED" }, {}, null],
    ["not answered", { status: "SENT", respondedAt: null }, {}, null],
    ["sent to another agency", { toAgency: "BEW" }, {}, null],
  ] as const)("is one %s", (_, sent, opened, expected) => {
    expect(referralsOfDossiers([dossier(opened)], [referral(sent)]).get("d") ?? null).toBe(expected);
  });

  it("is never the same for two dossiers", () => {
    const dossiers = [dossier({ id: "later", openedAt: new Date("2025-03-20T10:00:00Z") }), dossier({ id: "first" })];
    expect([...referralsOfDossiers(dossiers, [referral({})])]).toEqual([["first", "r"]]);
  });
});

describe("quarterly follow-ups", () => {
  const session = (id: string, at: string, kind: SessionStory["kind"]): SessionStory => ({
    id,
    at: new Date(at),
    kind,
    minutes: 60,
    advisor,
    note: "",
  });
  const enrolment = (parts: Partial<EnrolmentStory>): EnrolmentStory => ({
    id: "e",
    agency: "HUB",
    entrepreneurId: "p",
    enterpriseNumber: null,
    projectId: null,
    package: "CREATION",
    level: 3,
    variant: null,
    enrolledAt: new Date("2025-01-15T10:00:00Z"),
    endedOn: null,
    ...parts,
  });
  const held = (rows: ReturnType<typeof followUpRows>): unknown[] =>
    rows.map(({ due_at: due, session_id: id }) => [(due as Date).toISOString().slice(0, 10), id]);
  const meetings = [
    dossier({
      sessions: [
        session("one", "2025-04-20T10:00:00Z", "INDIVIDUAL"),
        session("two", "2025-10-01T10:00:00Z", "FOLLOW_UP"),
      ],
    }),
  ];

  it("fall due every three months while the package runs, up to the next to come", () => {
    expect(held(followUpRows(enrolment({}), meetings, "2025-12-31"))).toEqual([
      ["2025-04-15", "one"],
      ["2025-07-15", null],
      ["2025-10-15", "two"],
      ["2026-01-15", null],
    ]);
  });

  it("were otherwise held apart, or missed, and never later than today", () => {
    const rows = Array.from({ length: 200 }, (_, number) =>
      followUpRows(enrolment({ id: `e${number}` }), [], "2025-08-31"),
    ).flat();
    const past = rows.filter(({ due_at: due }) => (due as Date) < new Date("2025-07-16"));
    const share = past.filter(({ held_at: at }) => at !== null).length / past.length;
    expect(share).toBeGreaterThan(0.7);
    expect(share).toBeLessThan(0.9);
    expect(rows.filter(({ held_at: at }) => at !== null && (at as Date) >= new Date("2025-08-31"))).toEqual([]);
  });

  it("end with the package", () => {
    expect(held(followUpRows(enrolment({ endedOn: "2025-07-15" }), meetings, "2026-12-31"))).toEqual([
      ["2025-04-15", "one"],
      ["2025-07-15", null],
    ]);
  });

  it("are collective on the second level, and not brought by the first or by other packages", () => {
    expect(held(followUpRows(enrolment({ level: 2, endedOn: "2025-11-01" }), meetings, "2026-12-31"))).toEqual([
      ["2025-04-15", null],
      ["2025-07-15", null],
      ["2025-10-15", "two"],
    ]);
    expect(followUpRows(enrolment({ level: 1 }), meetings, "2026-12-31")).toEqual([]);
    expect(followUpRows(enrolment({ level: null, package: "GROWTH" }), meetings, "2026-12-31")).toEqual([]);
  });
});
