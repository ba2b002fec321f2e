/** What coaching tells others of a demonstration story: where its entries are, and who coaches whom. Nothing restricted is among it. */
import type { DossierStory, EnrolmentStory, SessionStory } from "@parcours/shared/demonstration/coaching-story";
import { demonstrationSource, type Row } from "@parcours/shared/demonstration/loader";
import type { OutboxRow } from "@parcours/shared/feed/outbox";
import { pointerRow, sharedReaders, type Pointer } from "@parcours/shared/feed/pointer";
import { policyRow } from "@parcours/shared/feed/policy";
import { holdingEnterprise, type Belonging } from "../holder/belonging.rules.js";
import { periodOfDossier, periodOfEnrolment } from "./demonstration-rows.js";

/** Where a course of coaching is. */
export function dossierPointer(dossier: DossierStory): Row {
  return pointed({
    entryId: dossier.id,
    type: "CoachingDossier",
    kind: "COACHING_DOSSIER",
    agencyCode: dossier.agency,
    ...partiesOf(dossier, dossier.entrepreneurId),
    occurredAt: dossier.openedAt,
    ...periodOfDossier(dossier),
  });
}

/** Where a meeting is: that it took place, never what was said. */
export function sessionPointer(session: SessionStory, dossier: DossierStory): Row {
  return pointed({
    entryId: session.id,
    type: "CoachingSession",
    kind: "COACHING_SESSION",
    agencyCode: dossier.agency,
    ...partiesOf(dossier, dossier.entrepreneurId),
    occurredAt: session.at,
    since: null,
    until: null,
  });
}

/** Where an enrolment is. Never called for the restart package. */
export function enrolmentPointer(enrolment: EnrolmentStory): Row {
  return pointed({
    entryId: enrolment.id,
    type: "PackageEnrolment",
    kind: "PACKAGE_ENROLMENT",
    agencyCode: enrolment.agency,
    ...partiesOf(enrolment, enrolment.entrepreneurId),
    occurredAt: enrolment.enrolledAt,
    ...periodOfEnrolment(enrolment),
  });
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

function pointed(pointer: Omit<Pointer, "category" | "readers" | "knownTo">): Row {
  return outboxRow(
    pointerRow({ ...pointer, category: "DOSSIER_HEADER", readers: sharedReaders, knownTo: sharedReaders }, demonstrationSource),
  );
}

/** What an enterprise holds names the person; what a person holds names the enterprise, if there is one. */
function partiesOf(entry: Belonging, entrepreneurId: string): Pick<Pointer, "holder" | "other"> {
  const holding = holdingEnterprise(entry);
  if (holding !== null) return { holder: { enterpriseNumber: holding }, other: { entrepreneurId } };
  const { enterpriseNumber } = entry;
  return { holder: { entrepreneurId }, ...(enterpriseNumber === null ? {} : { other: { enterpriseNumber } }) };
}

function outboxRow({ topic, key, body }: OutboxRow): Row {
  return { topic, key, body: body && { json: body } };
}
