import { entryColumnNames, outboxTable } from "@parcours/shared/demonstration/entry-rows";
import type { DemonstrationLoader, Emit } from "@parcours/shared/demonstration/loader";
import type { EntrepreneurStory } from "@parcours/shared/demonstration/story";
import {
  coachingPolicy,
  dossierPointer,
  enrolmentPointer,
  projectPolicy,
  sessionPointer,
} from "./demonstration/demonstration-feed.js";
import { followUpRows, referralsOfDossiers } from "./demonstration/demonstration-links.js";
import {
  difficultyCaseRow,
  dossierRow,
  enrolmentRow,
  projectRow,
  restartEnrolmentRow,
  sessionRow,
  testPhaseRow,
} from "./demonstration/demonstration-rows.js";
import { packageTellsOfDifficulty } from "./visibility/telling-codes.rules.js";

const restricted = ["id", "agency_code", "entrepreneur_id", "enterprise_number", "occurred_at"];

/** What coaching tells of each demonstration entrepreneur. */
export const demonstration: DemonstrationLoader = {
  tables: [
    {
      name: "project",
      columns: [
        "id",
        "agency_code",
        "entrepreneur_id",
        "enterprise_number",
        "number_since",
        "title_fr",
        "title_nl",
        "title_en",
        "pitch",
        "pitch_language",
        "version",
        "stage_code",
        "sector_code",
        "occurred_at",
        "since",
        "until",
      ],
    },
    {
      name: "coaching_dossier",
      columns: [
        ...entryColumnNames,
        "project_id",
        "named_enterprise_number",
        "intensity_code",
        "stage_code",
        "topic_code",
        "staff_id",
        "advisor_name",
        "closed_at",
        "referral_id",
        "outcome_code",
      ],
    },
    {
      name: "coaching_session",
      columns: [...entryColumnNames, "dossier_id", "meeting_code", "minutes", "staff_id", "advisor_name", "note"],
    },
    {
      name: "package_enrolment",
      columns: [
        ...entryColumnNames,
        "project_id",
        "named_enterprise_number",
        "package_code",
        "level_code",
        "variant_code",
      ],
    },
    {
      name: "follow_up_meeting",
      columns: [
        "id",
        "enrolment_id",
        "agency_code",
        "entrepreneur_id",
        "enterprise_number",
        "meeting_code",
        "due_at",
        "held_at",
        "session_id",
      ],
    },
    {
      name: "test_phase",
      columns: [
        "id",
        "agency_code",
        "entrepreneur_id",
        "project_id",
        "dossier_id",
        "occurred_at",
        "started_on",
        "ended_on",
        "successful",
      ],
    },
    {
      name: "difficulty_case",
      columns: [
        ...restricted,
        "referral_id",
        "origin_code",
        "cause_codes",
        "helper_codes",
        "severity_code",
        "status_code",
        "outcome_code",
        "staff_id",
        "advisor_name",
        "closed_at",
        "diagnosis_on",
        "business_plan_on",
        "financing_plan_on",
      ],
    },
    { name: "restart_enrolment", columns: [...restricted, "project_id", "ended_on"] },
    outboxTable,
  ],
  story(story, world, emit) {
    for (const project of story.coaching.projects) {
      const keeper = keeperOf(story, project.id);
      emit("project", projectRow(project, story.id, keeper));
      for (const told of projectPolicy(project, story.id, keeper)) emit("outbox", told);
    }
    tellDossiers(story, emit);
    tellEnrolments(story, world.asOf, emit);
    for (const phase of story.coaching.testPhases) emit("test_phase", testPhaseRow(phase));
    // Restricted: these rows have no outbox row of any kind.
    for (const difficulty of story.coaching.difficultyCases) emit("difficulty_case", difficultyCaseRow(difficulty));
  },
};

function tellDossiers({ coaching: { dossiers }, referrals }: EntrepreneurStory, emit: Emit): void {
  const cameFrom = referralsOfDossiers(dossiers, referrals);
  for (const dossier of dossiers) {
    emit("coaching_dossier", dossierRow(dossier, cameFrom.get(dossier.id) ?? null));
    emit("outbox", dossierPointer(dossier));
    emit("outbox", coachingPolicy(dossier));
    for (const session of dossier.sessions) {
      emit("coaching_session", sessionRow(session, dossier));
      emit("outbox", sessionPointer(session, dossier));
    }
  }
}

function tellEnrolments({ coaching: { enrolments, dossiers } }: EntrepreneurStory, asOf: string, emit: Emit): void {
  for (const enrolment of enrolments) {
    if (packageTellsOfDifficulty(enrolment.package)) {
      emit("restart_enrolment", restartEnrolmentRow(enrolment));
      continue;
    }
    emit("package_enrolment", enrolmentRow(enrolment));
    emit("outbox", enrolmentPointer(enrolment));
    for (const row of followUpRows(enrolment, dossiers, asOf)) emit("follow_up_meeting", row);
  }
}

/** Who opened the first dossier of a project keeps it; the centre for difficulty never does, for that would tell. */
function keeperOf({ coaching }: EntrepreneurStory, projectId: string): string {
  const dossier = coaching.dossiers.find((one) => one.projectId === projectId && one.agency !== "COM");
  return dossier?.agency ?? "HUB";
}
