import { codeOf } from "@parcours/shared/graphql/code";
import type { ServiceScope } from "@parcours/shared/server/context";
import { ChildPages } from "../held-rows/child-pages.js";
import { PageLoaders } from "../held-rows/page-loaders.js";
import { followUpStates } from "../labels/follow-up-states.js";
import { sessionKinds } from "../labels/session-kinds.js";
import { followUpState } from "../package-enrolment/package-enrolment.rules.js";
import { FollowUpMeeting } from "./follow-up-meeting.entity.js";

const followUpPages = new ChildPages<FollowUpMeeting>(
  FollowUpMeeting,
  "follow_up_meeting",
  ({ enrolmentId }) => enrolmentId,
  ({ dueAt, id }) => ({ at: dueAt, id }),
  { parent: "enrolmentId", at: "dueAt" },
);

/** Pages of the follow-ups of enrolments, for one request. */
export function followUpsOfEnrolments({ database }: ServiceScope): PageLoaders<FollowUpMeeting> {
  const now = new Date();
  return new PageLoaders(async (enrolmentIds, request) => {
    const pages = await followUpPages.of(database, enrolmentIds, request);
    for (const { edges } of pages) for (const { node } of edges) complete(node, now);
    return pages;
  });
}

function complete(row: FollowUpMeeting, now: Date): void {
  Object.assign(row, {
    meeting: codeOf(sessionKinds, row.meetingCode),
    state: codeOf(followUpStates, followUpState(row, now)),
  });
}
