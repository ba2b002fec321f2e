/**
 * What an advisor of 1819 must find on a timeline, read straight from the story: not from any code of the product. A state-aid line of the
 * demonstration is not among it: it records a grant that is, and one help is one line.
 */
import type { EntrepreneurStory } from "@parcours/shared/demonstration/story";

/** One line of a timeline. */
export interface ToldEntry {
  readonly id: string;
  readonly type: string;
  readonly agency: string;
  /** The Brussels day or the instant of it, as far as the story tells. */
  readonly day: string;
}

/** Every entry of one person that may be pointed to. Difficulty cases, the restart package and credit mediation never are. */
export function toldEntries(story: EntrepreneurStory): ToldEntry[] {
  const { interactions, referrals, coaching, financing, housing } = story;
  const entry = (type: string, id: string, agency: string, day: string | Date): ToldEntry => ({
    id,
    type,
    agency,
    day: typeof day === "string" ? day : day.toISOString().slice(0, 10),
  });
  return [
    ...interactions.map(({ id, agency, at }) => entry("Interaction", id, agency, at)),
    ...referrals.map(({ id, fromAgency, sentAt }) => entry("Referral", id, fromAgency, sentAt)),
    ...coaching.dossiers.map(({ id, agency, openedAt }) => entry("CoachingDossier", id, agency, openedAt)),
    ...coaching.dossiers.flatMap(({ agency, sessions }) =>
      sessions.map(({ id, at }) => entry("CoachingSession", id, agency, at)),
    ),
    ...coaching.enrolments
      .filter((enrolment) => enrolment.package !== "RESTART")
      .map(({ id, agency, enrolledAt }) => entry("PackageEnrolment", id, agency, enrolledAt)),
    ...financing.applications
      .filter(({ instrument }) => instrument !== "MEDIATION")
      .map(({ id, agency, submittedAt }) => entry("FundingApplication", id, agency, submittedAt)),
    ...financing.applications.flatMap(({ grant }) => (grant ? [grantEntry(grant)] : [])),
    ...financing.applications.flatMap(({ guarantee }) =>
      guarantee ? [entry("Guarantee", guarantee.id, guarantee.agency, guarantee.since)] : [],
    ),
    ...housing.stays.map(({ id, agency, from }) => entry("HousingStay", id, agency, from)),
    ...housing.cheques.map(({ id, agency, appliedAt }) => entry("CoworkingCheque", id, agency, appliedAt)),
    ...housing.visits.map(({ id, agency, at }) => entry("PermanenceVisit", id, agency, at)),
  ];
}

type Grant = NonNullable<EntrepreneurStory["financing"]["applications"][number]["grant"]>;

function grantEntry({ id, agency, since, coInvestment }: Grant): ToldEntry {
  return coInvestment
    ? { id: coInvestment.id, type: "CoInvestment", agency, day: since }
    : { id, type: "FundingGrant", agency, day: since };
}
