/** Links between entries that the stories leave to whoever reads them: which referral a dossier came from, which meeting was a follow-up. */
import { addMonths, dateOf, dayOf, morningOf, officeHours, workday } from "@parcours/shared/demonstration/calendar";
import type { DossierStory, EnrolmentStory, SessionStory } from "@parcours/shared/demonstration/coaching-story";
import type { Row } from "@parcours/shared/demonstration/loader";
import { Random } from "@parcours/shared/demonstration/random";
import type { ReferralStory } from "@parcours/shared/demonstration/story";
import { idFrom } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { holdingEnterprise } from "../holder/belonging.rules.js";
import { followUpKindOf, levelNumbered } from "../package-enrolment/package-enrolment.rules.js";

/** Days between accepting a referral and opening the dossier, at most. */
const openedWithinDays = 60;
/** Days by which a meeting of a dossier may lie from the day a follow-up was due, and still be it. */
const heldWithinDays = 45;
/** Share of the other follow-ups that were held outside any dossier, as collective ones usually are; the rest was missed. */
const heldApartShare = 0.8;
/** Days by which such a one was held after it was due, at most. */
const heldApartDays = 10;

/**
 * The referral that each dossier came from, by dossier id: one that the same agency had accepted shortly before, and that no earlier
 * dossier came from. Referrals to the centre for enterprises in difficulty are never among them: the cases name those themselves.
 */
export function referralsOfDossiers(
  dossiers: readonly DossierStory[],
  referrals: readonly ReferralStory[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const used = new Set<string>();
  const inOrder = [...dossiers].sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
  for (const dossier of inOrder) {
    const referral = referrals.find((candidate) => !used.has(candidate.id) && ledTo(candidate, dossier));
    if (!referral) continue;
    used.add(referral.id);
    found.set(dossier.id, referral.id);
  }
  return found;
}

function ledTo({ toAgency, status, respondedAt }: ReferralStory, { agency, openedAt }: DossierStory): boolean {
  if (toAgency !== agency || respondedAt === null || (status !== "ACCEPTED" && status !== "DONE")) return false;
  const days = dayOf(brusselsDate(openedAt)) - dayOf(brusselsDate(respondedAt));
  return days >= 0 && days <= openedWithinDays;
}

/**
 * The quarterly follow-ups of an enrolment, as rows: every three months while it runs, and the next one to come. A meeting of the person
 * with the agency about then was the follow-up; where there was none, it was held apart or missed, by chance.
 * @param asOf the story's today, `2026-03-31`
 */
export function followUpRows(
  enrolment: EnrolmentStory,
  dossiers: readonly DossierStory[],
  asOf: string,
): readonly Row[] {
  const meeting = followUpKindOf(levelNumbered(enrolment.level));
  if (meeting === null) return [];
  const meetings = meetingsFor(meeting, enrolment, dossiers);
  return dueDays(enrolment, asOf).map((due, number) => {
    const place = meetings.findIndex(({ at }) => Math.abs(dayOf(brusselsDate(at)) - dayOf(due)) <= heldWithinDays);
    const [held] = place < 0 ? [] : meetings.splice(place, 1);
    return {
      id: idFrom("follow-up", enrolment.id, number),
      enrolment_id: enrolment.id,
      agency_code: enrolment.agency,
      entrepreneur_id: enrolment.entrepreneurId,
      enterprise_number: holdingEnterprise(enrolment),
      meeting_code: meeting,
      due_at: morningOf(due),
      held_at: held?.at ?? heldApart(enrolment, number, due, asOf),
      session_id: held?.id ?? null,
    };
  });
}

function heldApart(enrolment: EnrolmentStory, number: number, due: string, asOf: string): Date | null {
  const random = new Random(enrolment.id, "follow-up", number);
  const day = workday(dayOf(due) + random.int(0, heldApartDays));
  return random.chance(heldApartShare) && day < dayOf(asOf) ? officeHours(day, random) : null;
}

function dueDays({ enrolledAt, endedOn }: EnrolmentStory, asOf: string): readonly string[] {
  const enrolled = dayOf(brusselsDate(enrolledAt));
  // While it runs, the last one is the first after today.
  const last = endedOn ? dayOf(endedOn) : addMonths(dayOf(asOf), 3);
  const days: string[] = [];
  for (let months = 3; addMonths(enrolled, months) <= last; months += 3) days.push(dateOf(addMonths(enrolled, months)));
  return days;
}

function meetingsFor(
  kind: "COLLECTIVE" | "INDIVIDUAL",
  enrolment: EnrolmentStory,
  dossiers: readonly DossierStory[],
): SessionStory[] {
  const fitting = kind === "COLLECTIVE" ? ["COLLECTIVE", "WORKSHOP", "FOLLOW_UP"] : ["INDIVIDUAL", "FOLLOW_UP"];
  return dossiers
    .filter(({ agency }) => agency === enrolment.agency)
    .flatMap(({ sessions }) => sessions)
    .filter((session) => session.at > enrolment.enrolledAt && fitting.includes(session.kind))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
