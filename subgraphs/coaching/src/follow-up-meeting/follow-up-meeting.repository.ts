import { codeOf } from "@parcours/shared/graphql/code";
import { PageLoaders } from "@parcours/shared/page-loaders";
import { RowList } from "@parcours/shared/row-table";
import type { ServiceScope } from "@parcours/shared/server/context";
import { followUpStates } from "../labels/follow-up-states.js";
import { sessionKinds } from "../labels/session-kinds.js";
import { followUpState } from "../package-enrolment/package-enrolment.rules.js";
import { FollowUpMeeting } from "./follow-up-meeting.entity.js";

const followUpsByEnrolment = new RowList<FollowUpMeeting>(FollowUpMeeting, "follow_up_meeting", "enrolmentId", {
  at: "dueAt",
});

/** Pages of the follow-ups of enrolments, for one request. */
export function followUpsOfEnrolments({ database }: ServiceScope): PageLoaders<FollowUpMeeting> {
  const now = new Date();
  return new PageLoaders(
    (ids, page) => followUpsByEnrolment.pages(database, ids, page),
    (row) =>
      Object.assign(row, {
        meeting: codeOf(sessionKinds, row.meetingCode),
        state: codeOf(followUpStates, followUpState(row, now)),
      }),
  );
}
