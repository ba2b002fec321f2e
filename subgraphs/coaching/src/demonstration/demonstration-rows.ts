/** Rows of a demonstration story, table by table. */
import { morningOf } from "@parcours/shared/demonstration/calendar";
import type {
  DifficultyCaseStory,
  DossierStory,
  EnrolmentStory,
  ProjectStory,
  SessionStory,
  TestPhaseStory,
} from "@parcours/shared/demonstration/coaching-story";
import { entryRow, type ToldEntry } from "@parcours/shared/demonstration/entry-rows";
import type { Row } from "@parcours/shared/demonstration/loader";
import { brusselsDate } from "@parcours/shared/periods";
import { holdingEnterprise } from "../holder/belonging.rules.js";
import { levelNumbered } from "../package-enrolment/package-enrolment.rules.js";

/** First and last day of a help. */
interface Period {
  readonly since: string;
  readonly until: string | null;
}

/** A course of coaching, as an entry: the enterprise's or the person's. */
export function entryOfDossier(dossier: DossierStory): ToldEntry {
  const { id, agency, entrepreneurId, openedAt } = dossier;
  return {
    id,
    agency,
    entrepreneurId,
    enterpriseNumber: holdingEnterprise(dossier),
    occurredAt: openedAt,
    ...periodOfDossier(dossier),
  };
}

/** A meeting, as an entry: it belongs to whom its dossier belongs to. */
export function entryOfSession({ id, at }: SessionStory, dossier: DossierStory): ToldEntry {
  return { ...entryOfDossier(dossier), id, occurredAt: at, since: null, until: null };
}

/** An enrolment, as an entry: the enterprise's or the person's. */
export function entryOfEnrolment(enrolment: EnrolmentStory): ToldEntry {
  const { id, agency, entrepreneurId, enrolledAt, endedOn } = enrolment;
  const period = { since: brusselsDate(enrolledAt), until: endedOn };
  return {
    id,
    agency,
    entrepreneurId,
    enterpriseNumber: holdingEnterprise(enrolment),
    occurredAt: enrolledAt,
    ...period,
  };
}

/** The days of a course of coaching. */
export function periodOfDossier({ openedAt, closedAt }: DossierStory): Period {
  return { since: brusselsDate(openedAt), until: closedAt && brusselsDate(closedAt) };
}

/** A row of `project`. */
export function projectRow(project: ProjectStory, entrepreneurId: string, agencyCode: string): Row {
  return {
    id: project.id,
    agency_code: agencyCode,
    entrepreneur_id: entrepreneurId,
    enterprise_number: project.enterpriseNumber,
    number_since: project.numberSince,
    title_fr: project.title.fr,
    title_nl: project.title.nl,
    title_en: project.title.en,
    pitch: null,
    pitch_language: null,
    version: 1,
    stage_code: project.stage,
    sector_code: project.sector,
    occurred_at: morningOf(project.since),
    since: project.since,
    until: project.until,
  };
}

/** A row of `coaching_dossier`. */
export function dossierRow(dossier: DossierStory, referralId: string | null): Row {
  return {
    ...entryRow(entryOfDossier(dossier)),
    named_enterprise_number: dossier.enterpriseNumber,
    project_id: dossier.projectId,
    intensity_code: dossier.intensity,
    stage_code: dossier.stage,
    topic_code: dossier.topic,
    staff_id: dossier.advisor.staffId,
    advisor_name: dossier.advisor.name,
    closed_at: dossier.closedAt,
    referral_id: referralId,
    outcome_code: dossier.outcome,
  };
}

/** A row of `coaching_session`. */
export function sessionRow(session: SessionStory, dossier: DossierStory): Row {
  return {
    ...entryRow(entryOfSession(session, dossier)),
    dossier_id: dossier.id,
    meeting_code: session.kind,
    minutes: session.minutes,
    staff_id: session.advisor.staffId,
    advisor_name: session.advisor.name,
    note: session.note,
  };
}

/** A row of `package_enrolment`. */
export function enrolmentRow(enrolment: EnrolmentStory): Row {
  return {
    ...entryRow(entryOfEnrolment(enrolment)),
    named_enterprise_number: enrolment.enterpriseNumber,
    project_id: enrolment.projectId,
    package_code: enrolment.package,
    level_code: levelNumbered(enrolment.level),
    variant_code: enrolment.variant,
  };
}

/** A row of `restart_enrolment`. */
export function restartEnrolmentRow(enrolment: EnrolmentStory): Row {
  return {
    id: enrolment.id,
    agency_code: enrolment.agency,
    entrepreneur_id: enrolment.entrepreneurId,
    enterprise_number: enrolment.enterpriseNumber,
    occurred_at: enrolment.enrolledAt,
    project_id: enrolment.projectId,
    ended_on: enrolment.endedOn,
  };
}

/** A row of `test_phase`. */
export function testPhaseRow(phase: TestPhaseStory): Row {
  return {
    id: phase.id,
    agency_code: phase.agency,
    entrepreneur_id: phase.entrepreneurId,
    project_id: phase.projectId,
    dossier_id: phase.dossierId,
    occurred_at: morningOf(phase.startedOn),
    started_on: phase.startedOn,
    ended_on: phase.endedOn,
    successful: phase.successful,
  };
}

/** A row of `difficulty_case`. */
export function difficultyCaseRow(story: DifficultyCaseStory): Row {
  return {
    id: story.id,
    agency_code: story.agency,
    entrepreneur_id: story.entrepreneurId,
    enterprise_number: story.enterpriseNumber,
    occurred_at: story.receivedAt,
    referral_id: story.referralId,
    origin_code: story.cameFrom,
    cause_codes: story.causes,
    helper_codes: story.helpers,
    severity_code: story.severity,
    status_code: story.status,
    outcome_code: story.outcome,
    staff_id: story.advisor.staffId,
    advisor_name: story.advisor.name,
    closed_at: story.closedAt,
    diagnosis_on: story.restart?.diagnosisOn ?? null,
    business_plan_on: story.restart?.businessPlanOn ?? null,
    financing_plan_on: story.restart?.financingPlanOn ?? null,
  };
}
