import { dateOf, dayOf, morningOf } from "@parcours/shared/demonstration/calendar";
import { outboxRow } from "@parcours/shared/demonstration/entry-rows";
import { demonstrationSource, type DemonstrationTable, type Emit } from "@parcours/shared/demonstration/loader";
import { demonstrationPeople, type DemonstrationPerson } from "@parcours/shared/demonstration/people";
import { staffMember } from "@parcours/shared/demonstration/staff";
import type { EntrepreneurStory, World } from "@parcours/shared/demonstration/story";
import { policyRow } from "@parcours/shared/feed/policy";
import { idFrom } from "@parcours/shared/ids";

/** The tables of what people opened, objected to and work at. */
export const actTables: readonly DemonstrationTable[] = [
  {
    name: "break_glass",
    columns: [
      "id",
      "entrepreneur_id",
      "agency_code",
      "category",
      "motive",
      "broken_at",
      "open_until",
      "by_agency_code",
      "by_staff_id",
      "by_role_code",
      "case_reference",
      "state",
      "outcome",
      "note",
      "closed_at",
      "closed_by_agency_code",
      "closed_by_staff_id",
      "version",
    ],
  },
  { name: "objection", columns: ["id", "entrepreneur_id", "category", "reason", "recorded_at", "recorded_by"] },
  { name: "staff_member", columns: ["id", "entrepreneur_id", "agency_code", "since", "until"] },
];

/** Emergency accesses, objections and places of work of one entrepreneur, where the story plays a case that has them. */
export function tellActs(story: EntrepreneurStory, world: World, emit: Emit): void {
  if (story.cases.includes("IN_DIFFICULTY")) tellEmergencies(story.id, world, emit);
  if (story.cases.includes("KNOWN_TO_EVERY_POLE")) tellObjection(story.id, world, emit);
  for (const { agency = "" } of officialsOf(world).get(story.id) ?? []) tellStaff(story.id, agency, emit);
}

/** One emergency long reviewed, one that still waits for its review (reference 2 F). Their days are past: they open nothing. */
function tellEmergencies(entrepreneurId: string, world: World, emit: Emit): void {
  const [advisor, coach, reviewer] = [staffMember("1819", 0), staffMember("HUB", 1), staffMember("COM", 0)];
  const broken = (name: string, daysAgo: number, motive: string) => {
    const day = daysBefore(world, daysAgo);
    return {
      id: idFrom("demonstration", entrepreneurId, "break-glass", name),
      entrepreneur_id: entrepreneurId,
      agency_code: "COM",
      category: "DIFFICULTY_CASE",
      motive,
      broken_at: morningOf(day),
      open_until: day,
    };
  };
  emit("break_glass", {
    ...broken("reviewed", 40, "Saisie annoncée pour demain matin au téléphone ; le Centre est fermé ce soir."),
    by_agency_code: "1819",
    by_staff_id: advisor.staffId,
    by_role_code: "ADVISOR_1819",
    case_reference: "call-2026-0287",
    state: "CLOSED",
    outcome: "JUSTIFIED",
    note: "Urgence établie ; la permanence de nuit n'existait pas encore.",
    closed_at: morningOf(daysBefore(world, 38)),
    closed_by_agency_code: "COM",
    closed_by_staff_id: reviewer.staffId,
    version: 2,
  });
  emit("break_glass", {
    ...broken("waiting", 3, "La personne est hospitalisée et une audience du tribunal se tient cet après-midi."),
    by_agency_code: "HUB",
    by_staff_id: coach.staffId,
    by_role_code: "COACH",
    case_reference: "coaching-2026-031",
    state: "OPEN",
    outcome: null,
    note: null,
    closed_at: null,
    closed_by_agency_code: null,
    closed_by_staff_id: null,
    version: 1,
  });
}

function tellObjection(entrepreneurId: string, world: World, emit: Emit): void {
  emit("objection", {
    id: idFrom("demonstration", entrepreneurId, "objection", 0),
    entrepreneur_id: entrepreneurId,
    category: "SUPPORT_AMOUNT",
    reason: "Je ne vois pas pourquoi mon hébergeur pourrait un jour connaître les montants de mes aides.",
    recorded_at: morningOf(daysBefore(world, 12)),
    recorded_by: "OWN_PERSON",
  });
}

/** An official who has a dossier too: the own look, and a colleague's, are flagged at every owner. */
function tellStaff(entrepreneurId: string, agencyCode: string, emit: Emit): void {
  const id = idFrom("demonstration", entrepreneurId, "staff", agencyCode);
  const since = "2020-01-01";
  emit("staff_member", { id, entrepreneur_id: entrepreneurId, agency_code: agencyCode, since, until: null });
  const works = { kind: "STAFF", entrepreneurId, agencyCode, since, until: null } as const;
  emit("outbox", outboxRow(policyRow(id, works, demonstrationSource)));
}

function daysBefore(world: World, days: number): string {
  return dateOf(dayOf(world.asOf) - days);
}

const officials = new WeakMap<World, ReadonlyMap<string, readonly DemonstrationPerson[]>>();

/** Who of those that sign in as an official is somebody in the graph too, by the person's id. */
function officialsOf(world: World): ReadonlyMap<string, readonly DemonstrationPerson[]> {
  const known = officials.get(world);
  if (known) return known;
  const byPerson = new Map<string, DemonstrationPerson[]>();
  for (const person of demonstrationPeople(world)) {
    const { agency, entrepreneurId } = person;
    if (agency && entrepreneurId) byPerson.set(entrepreneurId, [...(byPerson.get(entrepreneurId) ?? []), person]);
  }
  officials.set(world, byPerson);
  return byPerson;
}
