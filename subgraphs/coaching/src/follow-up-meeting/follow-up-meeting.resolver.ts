import { Category } from "@parcours/shared/visibility/category";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CoachingSession } from "../coaching-session/coaching-session.entity.js";
import type { CoachingContext } from "../services.js";
import { FollowUpMeeting } from "./follow-up-meeting.entity.js";

/** What hangs on a follow-up. */
@Resolver(() => FollowUpMeeting)
export class FollowUpMeetingResolver {
  @FieldResolver(() => CoachingSession, {
    description: "The session of a dossier at which it was held; null where it was held apart, or not yet.",
  })
  @Category("DOSSIER_HEADER")
  session(@Root() { sessionId }: FollowUpMeeting, @Ctx() { services }: CoachingContext): Promise<object> | null {
    return sessionId === null ? null : services.coachingSessions.reference({ id: sessionId });
  }
}
