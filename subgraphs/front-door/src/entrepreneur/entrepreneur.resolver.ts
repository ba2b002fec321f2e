import { DomainError, kernelErrors } from "@parcours/shared/errors";
import { LanguageArgument } from "@parcours/shared/graphql/arguments";
import { ConnectionArguments, pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import type { Language } from "@parcours/shared/languages";
import type { Page } from "@parcours/shared/paging";
import { labelIn } from "@parcours/shared/server/context";
import { Category } from "@parcours/shared/visibility/category";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { BreakGlassReviewConnection, type BreakGlassReview } from "../break-glass/break-glass.entity.js";
import { ContactPoint } from "../contact-point/contact-point.entity.js";
import { AgencyPresenceType } from "../directory/agency-presence.type.js";
import type { DirectoryEntry } from "../directory/directory.service.js";
import { EntryArguments, filterAskedBy } from "../directory/entry-filter.args.js";
import type { AgencyPresence } from "../directory/presence.rules.js";
import { SupportConnection } from "../directory/support.type.js";
import { TimelineEntryConnection } from "../directory/timeline-entry.type.js";
import { IdentityEvent } from "../identity/identity-event.entity.js";
import { MatchReview } from "../identity/match-review.entity.js";
import { InteractionConnection, type Interaction } from "../interaction/interaction.entity.js";
import { Mandate } from "../mandate/mandate.entity.js";
import { municipalityName } from "../municipality/municipalities.js";
import { ObjectionConnection, type Objection } from "../objection/objection.entity.js";
import { ReferralConnection, type Referral } from "../referral/referral.entity.js";
import type { FrontDoorContext } from "../services.js";
import { SharingGrantConnection, type SharingGrant } from "../sharing-grant/sharing-grant.entity.js";
import { displayName, Entrepreneur } from "./entrepreneur.entity.js";

/** Persons in the graph. */
@Resolver(() => Entrepreneur)
export class EntrepreneurResolver {
  @Query(() => Entrepreneur, {
    description: "One person, by any id the person ever had. Null with NOT_SHARED where no person has it.",
  })
  @Category("LOOK_UP")
  async entrepreneur(
    @Arg("id", () => ID, { nullable: false, description: "UUIDv4 of the person." }) id: string,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Entrepreneur> {
    const found = await services.entrepreneurs.byId(id);
    if (!found) throw new DomainError(kernelErrors.NOT_SHARED);
    return found;
  }

  @Query(() => Entrepreneur, {
    description:
      "The person who is signed in, on the own path; null for everybody else, and where the front door has no file of the person.",
  })
  @Category("ENTRY_BY_ID")
  async me(@Ctx() { services, request }: FrontDoorContext): Promise<Entrepreneur | null> {
    const { role, entrepreneurId } = request.reader;
    return role === "ENTREPRENEUR" && entrepreneurId ? services.entrepreneurs.byId(entrepreneurId) : null;
  }

  @FieldResolver(() => String, { description: "Given and family name in one text." })
  @Category("IDENTITY")
  displayName(@Root() person: Entrepreneur): string {
    return displayName(person);
  }

  @FieldResolver(() => String, { description: "Municipality of the home, by name." })
  @Category("CONTACT")
  municipality(
    @Root() person: Entrepreneur,
    @Ctx() { request }: FrontDoorContext,
    @LanguageArgument() language?: Language | null,
  ): string | null {
    return labelIn(municipalityName(person.municipalityNis), language, request);
  }

  @FieldResolver(() => [ID], { description: "Other ids under which this person once stood; they keep resolving." })
  @Category("IDENTITY")
  formerIds(@Root() { id }: Entrepreneur, @Ctx() { services }: FrontDoorContext): Promise<string[]> {
    return services.entrepreneurs.formerIds(id);
  }

  @FieldResolver(() => [IdentityEvent], {
    description:
      "How this person's files became one, or were parted again, newest first, each with author and reason (J17); at most 100.",
  })
  @Category("MATCH_REVIEW")
  identityEvents(@Root() { id }: Entrepreneur, @Ctx() { services }: FrontDoorContext): Promise<IdentityEvent[]> {
    return services.identityEvents(id);
  }

  @FieldResolver(() => [MatchReview], {
    description:
      "Doubts whether this person's files and another's are one person's, newest first, decided ones too (J17); at most 100.",
  })
  @Category("MATCH_REVIEW")
  matchReviews(@Root() { id }: Entrepreneur, @Ctx() { services }: FrontDoorContext): Promise<MatchReview[]> {
    return services.matchReviewsOf(id);
  }

  @FieldResolver(() => [ContactPoint], { description: "Numbers and addresses, working ones first; at most 50." })
  @Category("CONTACT")
  contactPoints(@Root() { id }: Entrepreneur, @Ctx() { services }: FrontDoorContext): Promise<ContactPoint[]> {
    return services.contactPoints.of(id);
  }

  @FieldResolver(() => [Mandate], {
    description: "For which enterprises the person acts or acted, running mandates first; at most 100.",
  })
  @Category("IDENTITY")
  mandates(@Root() { id }: Entrepreneur, @Ctx() { services }: FrontDoorContext): Promise<Mandate[]> {
    return services.mandates.of(id);
  }

  @FieldResolver(() => InteractionConnection, { description: "Contacts with 1819, newest first." })
  @Category("DOSSIER_HEADER")
  interactions(
    @Root() { id }: Entrepreneur,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<Interaction>> {
    return services.interactions.ofPerson(id, pageAskedBy(page));
  }

  @FieldResolver(() => ReferralConnection, { description: "Where the person was sent, newest first." })
  @Category("REFERRAL")
  referrals(
    @Root() { id }: Entrepreneur,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<Referral>> {
    return services.referrals.ofPerson(id, pageAskedBy(page));
  }

  @FieldResolver(() => [AgencyPresenceType], {
    description:
      "One row per active partner agency: does it know this person? Restricted help is never in it, whoever asks; the agency's own section can tell.",
  })
  @Category("DOSSIER_HEADER")
  presence(@Root() { id }: Entrepreneur, @Ctx() { services }: FrontDoorContext): Promise<AgencyPresence[]> {
    return services.directory.presence(id);
  }

  @FieldResolver(() => TimelineEntryConnection, {
    description:
      "What happened on this person's path over all agencies, newest first; entries that are not shared with you are left out.",
  })
  @Category("DOSSIER_HEADER")
  timeline(
    @Root() { id }: Entrepreneur,
    @Args(() => EntryArguments) entries: EntryArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<DirectoryEntry>> {
    return services.timeline(id, pageAskedBy(entries), filterAskedBy(entries));
  }

  @FieldResolver(() => SupportConnection, {
    description:
      "Granted or running help over all agencies, newest first; restricted help is in its owner's own section only.",
  })
  @Category("SUPPORT_GRANTED")
  supports(
    @Root() { id }: Entrepreneur,
    @Args(() => EntryArguments) entries: EntryArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<DirectoryEntry>> {
    return services.directory.supportsOfPerson(id, pageAskedBy(entries), filterAskedBy(entries));
  }

  @FieldResolver(() => SharingGrantConnection, {
    description: "What the person opened to which agency, newest first; ended and withdrawn grants too.",
  })
  @Category("SHARING_GRANT")
  sharingGrants(
    @Root() { id }: Entrepreneur,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<SharingGrant>> {
    return services.sharingGrantsOf.of(id, pageAskedBy(page));
  }

  @FieldResolver(() => BreakGlassReviewConnection, {
    description: "Who opened the person's data in an emergency, why, and how the review of it ended; newest first.",
  })
  @Category("BREAK_GLASS_REVIEW")
  breakGlasses(
    @Root() { id }: Entrepreneur,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<BreakGlassReview>> {
    return services.breakGlassesOf.of(id, pageAskedBy(page));
  }

  @FieldResolver(() => ObjectionConnection, {
    description: "What the person objects to, newest first (GDPR 21).",
  })
  @Category("OBJECTION")
  objections(
    @Root() { id }: Entrepreneur,
    @Args(() => ConnectionArguments) page: ConnectionArguments,
    @Ctx() { services }: FrontDoorContext,
  ): Promise<Page<Objection>> {
    return services.objectionsOf.of(id, pageAskedBy(page));
  }
}
