import type { DossierStory } from "@parcours/shared/demonstration/coaching-story";
import type { DemonstrationLoader, Row } from "@parcours/shared/demonstration/loader";
import { demonstrationSource } from "@parcours/shared/demonstration/loader";
import { pointerRow, sharedReaders } from "@parcours/shared/feed/pointer";
import { brusselsDate } from "@parcours/shared/periods";

/** What coaching tells of each demonstration entrepreneur. */
export const demonstration: DemonstrationLoader = {
  tables: [
    {
      name: "coaching_dossier",
      columns: [
        "id", "agency_code", "entrepreneur_id", "enterprise_number", "occurred_at", "since", "until", "project_id",
        "intensity_code", "stage_code", "topic_code", "staff_id", "advisor_name", "closed_at", "outcome_code",
      ],
    },
    { name: "outbox", columns: ["topic", "key", "body"] },
  ],
  story(story, _world, emit) {
    for (const dossier of story.coaching.dossiers) {
      emit("coaching_dossier", dossierRow(dossier));
      emit("outbox", dossierPointer(dossier));
    }
  },
};

function dossierRow(dossier: DossierStory): Row {
  return {
    id: dossier.id,
    agency_code: dossier.agency,
    entrepreneur_id: dossier.entrepreneurId,
    enterprise_number: dossier.enterpriseNumber,
    occurred_at: dossier.openedAt,
    ...periodOf(dossier),
    project_id: dossier.projectId,
    intensity_code: dossier.intensity,
    stage_code: dossier.stage,
    topic_code: dossier.topic,
    staff_id: dossier.advisor.staffId,
    advisor_name: dossier.advisor.name,
    closed_at: dossier.closedAt,
    outcome_code: dossier.outcome,
  };
}

function dossierPointer(dossier: DossierStory): Row {
  const { topic, key, body } = pointerRow(
    {
      entryId: dossier.id,
      type: "CoachingDossier",
      kind: "COACHING_DOSSIER",
      category: "DOSSIER_HEADER",
      agencyCode: dossier.agency,
      holder: { entrepreneurId: dossier.entrepreneurId },
      ...(dossier.enterpriseNumber ? { other: { enterpriseNumber: dossier.enterpriseNumber } } : {}),
      occurredAt: dossier.openedAt,
      ...periodOf(dossier),
      readers: sharedReaders,
      knownTo: sharedReaders,
    },
    demonstrationSource,
  );
  return { topic, key, body: { json: body } };
}

function periodOf({ openedAt, closedAt }: DossierStory): { since: string; until: string | null } {
  return { since: brusselsDate(openedAt), until: closedAt && brusselsDate(closedAt) };
}
