import {
  documentState,
  isTakenToday,
  scopeOf,
  takenUntil,
  type DocumentTerms,
  type FoundVersion,
} from "./document-state.rules.js";
import { IntakeState } from "./fact-state.rules.js";

const { KNOWN, NOT_SHARED, PENDING, TO_ASK } = IntakeState;
const today = "2026-11-22";
const plan = (part: Partial<FoundVersion> = {}): FoundVersion => ({
  id: "d",
  agency: "BEW",
  version: 1,
  validFrom: "2026-06-01",
  validUntil: "2027-06-01",
  isReplaced: false,
  receivedAt: "2026-06-01T08:00:00.000Z",
  providedTo: ["BEW"],
  form: null,
  isConfirmed: true,
  ...part,
});
const terms = (part: Partial<DocumentTerms> = {}): DocumentTerms => ({
  mostMonths: null,
  today,
  canBeGranted: true,
  ...part,
});
const expired = plan({ id: "old", validUntil: "2026-11-21" });
const replaced = plan({ id: "first", isReplaced: true });

describe("the state of a document that a form asks for", () => {
  it.each<[string, readonly FoundVersion[], boolean, Partial<DocumentTerms>, IntakeState, string | null]>([
    ["that its holder tells", [plan()], false, {}, KNOWN, "d"],
    ["that holds until another comes", [plan({ validUntil: null })], false, {}, KNOWN, "d"],
    ["that is held, though another owner is silent", [plan()], true, {}, KNOWN, "d"],
    [
      "of which two agencies hold one: the newest",
      [plan(), plan({ id: "e", receivedAt: "2026-07" })],
      false,
      {},
      KNOWN,
      "e",
    ],
    ["whose holder is silent", [plan({ isConfirmed: false })], false, {}, PENDING, "d"],
    [
      "of which one holder is silent and one is not",
      [plan({ isConfirmed: false }), plan({ id: "e" })],
      false,
      {},
      KNOWN,
      "e",
    ],
    ["of which nobody tells while somebody is silent", [], true, {}, PENDING, null],
    ["of which an old one is told while somebody is silent", [expired], true, {}, PENDING, null],
    ["of which nobody tells", [], false, {}, TO_ASK, null],
    ["that holds no longer", [expired], false, {}, TO_ASK, "old"],
    ["that holds until today", [plan({ validUntil: today })], false, {}, KNOWN, "d"],
    ["that does not hold yet", [plan({ validFrom: "2026-11-23" })], false, {}, TO_ASK, "d"],
    ["that is older than the form takes", [plan()], false, { mostMonths: 3 }, TO_ASK, "d"],
    [
      "that is just as old as the form takes",
      [plan({ validFrom: "2026-08-22" })],
      false,
      { mostMonths: 3 },
      KNOWN,
      "d",
    ],
    ["that was replaced by what is not shared", [replaced], false, {}, NOT_SHARED, null],
    ["that was replaced, for who can be granted nothing", [replaced], false, { canBeGranted: false }, TO_ASK, null],
    ["that was replaced by what is seen", [replaced, plan({ id: "second", version: 2 })], false, {}, KNOWN, "second"],
    [
      "that was replaced by what is seen and holds no longer",
      [replaced, plan({ id: "second", version: 2, validUntil: "2026-11-21" })],
      false,
      {},
      TO_ASK,
      "second",
    ],
    [
      "that was replaced at one agency, and of which another tells a later number",
      [replaced, plan({ id: "second", version: 2, agency: "HUB", validUntil: "2026-11-21" })],
      false,
      {},
      NOT_SHARED,
      null,
    ],
    [
      "that was replaced after its days were over",
      [plan({ isReplaced: true, validUntil: "2026-11-21" })],
      false,
      {},
      TO_ASK,
      null,
    ],
  ])("%s", (_, versions, isSilent, part, state, id) => {
    const told = documentState({ versions, isSilent }, terms(part));
    expect([told.state, told.version?.id ?? null]).toEqual([state, id]);
  });
});

describe("the last day on which a version is taken", () => {
  it.each([
    ["its own", "2027-06-01", null, "2027-06-01"],
    ["of the age that the form allows, where that comes first", "2027-06-01", 3, "2026-09-01"],
    ["its own, where that comes first", "2026-07-01", 3, "2026-07-01"],
    ["of its age, where it holds until another comes", null, 1, "2026-07-01"],
    ["none, where it holds until another comes", null, null, null],
  ])("is %s", (_, validUntil, mostMonths, day) => {
    expect(takenUntil({ validFrom: "2026-06-01", validUntil }, mostMonths)).toBe(day);
  });

  it("is the last on which it is", () => {
    const version = plan({ validUntil: "2026-12-31" });
    expect(isTakenToday(version, { mostMonths: null, today: "2026-12-31" })).toBe(true);
    expect(isTakenToday(version, { mostMonths: null, today: "2027-01-01" })).toBe(false);
  });
});

describe("whose document it is", () => {
  const both = { Entrepreneur: "p", Enterprise: "0123456749", Project: "j" };
  it.each([
    ["the person's", "PERSON", both, { enterpriseNumber: null, projectId: null }],
    ["the enterprise's", "ENTERPRISE", both, { enterpriseNumber: "0123456749", projectId: null }],
    ["the project's", "PROJECT", both, { enterpriseNumber: "0123456749", projectId: "j" }],
    [
      "the enterprise's, where no project is named",
      "PROJECT",
      { ...both, Project: null },
      { enterpriseNumber: "0123456749", projectId: null },
    ],
    [
      "the person's, where nothing is there yet",
      "ENTERPRISE",
      { ...both, Enterprise: null },
      { enterpriseNumber: null, projectId: null },
    ],
  ] as const)("is %s", (_, about, holders, scope) => {
    expect(scopeOf(about, holders)).toEqual(scope);
  });
});
