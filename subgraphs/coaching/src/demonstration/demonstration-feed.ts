/** What coaching tells others of a demonstration story: where its entries are, and who coaches whom. Nothing restricted is among it. */
import type {
  DossierStory,
  EnrolmentStory,
  ProjectStory,
  SessionStory,
} from "@parcours/shared/demonstration/coaching-story";
import { outboxRow, pointerTo, type ToldEntry, type ToldPointer } from "@parcours/shared/demonstration/entry-rows";
import { demonstrationSource, type Row } from "@parcours/shared/demonstration/loader";
import { policyRow } from "@parcours/shared/feed/policy";
import { projectPolicyRow } from "../project/project-policy.js";
import { entryOfDossier, entryOfEnrolment, entryOfSession, periodOfDossier } from "./demonstration-rows.js";

/** Where a course of coaching is. */
export function dossierPointer(dossier: DossierStory): Row {
  return pointed(entryOfDossier(dossier), { type: "CoachingDossier", kind: "COACHING_DOSSIER" }, dossier);
}

/** Where a meeting is: that it took place, never what was said. */
export function sessionPointer(session: SessionStory, dossier: DossierStory): Row {
  return pointed(entryOfSession(session, dossier), { type: "CoachingSession", kind: "COACHING_SESSION" }, dossier);
}

/** Where an enrolment is. Never called for the restart package. */
export function enrolmentPointer(enrolment: EnrolmentStory): Row {
  return pointed(entryOfEnrolment(enrolment), { type: "PackageEnrolment", kind: "PACKAGE_ENROLMENT" }, enrolment);
}

/** Who coaches the person of a dossier, from a day to a day. */
export function coachingPolicy(dossier: DossierStory): Row {
  const { entrepreneurId, agency: agencyCode, advisor } = dossier;
  return outboxRow(
    policyRow(
      dossier.id,
      { kind: "COACHING", entrepreneurId, agencyCode, staffId: advisor.staffId, ...periodOfDossier(dossier) },
      demonstrationSource,
    ),
  );
}

/** Which enterprise a project became; nothing is told of one that has no number. */
export function projectPolicy(
  { id, enterpriseNumber, numberSince, since }: ProjectStory,
  entrepreneurId: string,
  agencyCode: string,
): Row[] {
  if (enterpriseNumber === null) return [];
  const link = { enterpriseNumber, since: numberSince ?? since };
  return [outboxRow(projectPolicyRow({ id, entrepreneurId, agencyCode }, link, demonstrationSource))];
}

/** What an enterprise holds names the person; what a person holds names the enterprise, if there is one. */
function pointed(
  entry: ToldEntry,
  as: Pick<ToldPointer, "type" | "kind">,
  { enterpriseNumber }: { readonly enterpriseNumber: string | null },
): Row {
  const isThePersons = entry.enterpriseNumber === null && enterpriseNumber !== null;
  return pointerTo(entry, {
    ...as,
    category: "DOSSIER_HEADER",
    ...(isThePersons ? { other: { enterpriseNumber } } : {}),
  });
}
