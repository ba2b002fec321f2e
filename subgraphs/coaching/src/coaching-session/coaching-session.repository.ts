import { defineEntries } from "@parcours/shared/entry-reader";
import { codeOf } from "@parcours/shared/graphql/code";
import { completeEntry } from "@parcours/shared/graphql/entry";
import type { ServiceScope } from "@parcours/shared/server/context";
import { ChildPages } from "../held-rows/child-pages.js";
import { PageLoaders } from "../held-rows/page-loaders.js";
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

const sessionPages = new ChildPages<CoachingSession>(
  CoachingSession,
  "coaching_session",
  ({ dossierId }) => dossierId,
  ({ occurredAt, id }) => ({ at: occurredAt, id }),
  { parent: "dossierId", at: "occurredAt" },
);

/** Pages of the sessions of dossiers, for one request. */
export function sessionsOfDossiers({ database }: ServiceScope): PageLoaders<CoachingSession> {
  const { typeName, kindOf, complete } = coachingSessions;
  return new PageLoaders(async (dossierIds, request) => {
    const pages = await sessionPages.of(database, dossierIds, request);
    for (const { edges } of pages) {
      for (const { node } of edges) Object.assign(completeEntry(node, typeName, kindOf(node), kinds), complete(node));
    }
    return pages;
  });
}
