import { codeOf } from "@parcours/shared/graphql/code";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { defineEntries } from "@parcours/shared/row-reader";
import { RowList } from "@parcours/shared/row-table";
import type { ServiceScope } from "@parcours/shared/server/context";
import { sessionKinds } from "../labels/session-kinds.js";
import { kinds } from "../manifest.js";
import { CoachingSession } from "./coaching-session.entity.js";

/** Coaching sessions, by id, person and enterprise. */
export const coachingSessions = defineEntries<CoachingSession>({
  entity: CoachingSession,
  typeName: "CoachingSession",
  table: "coaching_session",
  kinds,
  kindOf: () => "COACHING_SESSION",
  complete: ({ meetingCode }) => ({ meeting: codeOf(sessionKinds, meetingCode) }),
});

const sessionsByDossier = new RowList<CoachingSession>(CoachingSession, "coaching_session", "dossierId");

/** Pages of the sessions of dossiers, for one request. */
export function sessionsOfDossiers({ database }: ServiceScope): PageLoaders<CoachingSession> {
  return new PageLoaders((ids, page) => sessionsByDossier.pages(database, ids, page), coachingSessions.complete);
}
