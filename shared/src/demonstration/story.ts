/**
 * The story of one demonstration entrepreneur: a plain description of everything that happened, from which each subgraph makes its own rows.
 * Nobody in it exists. A story is made from (seed, asOf, index) alone, so any number of them streams in constant memory (design 8).
 *
 * Conventions of all story types: `…At` is an instant (Date, UTC); `…On`, `since`, `until`, `from`, `to` are days (`2024-03-31`, Europe/Brussels);
 * amounts are whole euro cents (bigint); every entry has its own UUIDv4-shaped id; nothing that *happened* is later than the world's `asOf`
 * (only contractual ends, such as a loan's `until`, may be). Null means: not, or not yet.
 */
import type { CoachingStory } from "./coaching-story.js";
import type { EnterpriseStory } from "./enterprise-story.js";
import type { FinancingStory } from "./financing-story.js";
import type { HousingStory } from "./housing-story.js";
import type { StaffMember, Topic } from "./story-parts.js";

/** A whole demonstration: the same world always gives the same stories. */
export interface World {
  /** Any text or number; the default demonstration uses 1819. */
  readonly seed: string;
  /** The day the world is "today", `2026-03-31`. */
  readonly asOf: string;
  /** How many entrepreneurs there are. A smaller world is the beginning of a larger one. */
  readonly entrepreneurs: number;
}

/** `preferredLanguage` of design 9; UNKNOWN means French and Dutch together. */
export type PreferredLanguage = "FR" | "NL" | "EN" | "DE" | "OTHER" | "UNKNOWN";

/** Kept for statistics only (R35, R36); X and UNKNOWN are answers like the others. */
export type Sex = "F" | "M" | "X" | "UNKNOWN";

/** A name as one language community writes it. Most people have one spelling, some have two (`Jean` / `Jan`). Origin is never stored (R40). */
export interface PersonName {
  readonly given: string;
  readonly family: string;
}

/** Where a person can be reached, or what showed when they called. */
export interface ContactPoint {
  readonly id: string;
  /** PHONE is E.164 in `value`; SHORT_NUMBER (1819, 3-4 digits) is not and finds nobody; WITHHELD has no value at all. */
  readonly kind: "PHONE" | "SHORT_NUMBER" | "EMAIL" | "WITHHELD";
  readonly value: string | null;
  /** As somebody once typed it: `0450/12.34.56`. */
  readonly raw: string;
  /** A number of another country than Belgium. */
  readonly foreign: boolean;
  /** True where other people have the same number: an accountant's office, a household. */
  readonly shared: boolean;
  readonly since: string;
  readonly until: string | null;
}

/** A home, as a municipality (NIS code) and a postcode: one postcode may lie in two municipalities. */
export interface Municipality {
  readonly nis: string;
  readonly postcode: string;
}

/** Who somebody may be, as the other file says. */
export interface PossibleTwin {
  readonly id: string;
  readonly name: PersonName;
  readonly birthDate: string | null;
  readonly municipality: Municipality | null;
}

/** A record of the same person that was merged into this one; the id keeps resolving for ever (design 5). Some entries still stand under it. */
export interface FormerIdentity {
  readonly id: string;
  /** Id of the merge event. */
  readonly mergeId: string;
  readonly mergedAt: Date;
  readonly reason: "SAME_PHONE_AND_BIRTH_DATE" | "SAME_EMAIL_AND_NAME" | "CONFIRMED_BY_PERSON";
  readonly name: PersonName;
}

/** What a person may do for an enterprise, and when. */
export interface MandateStory {
  readonly id: string;
  readonly enterpriseNumber: string;
  readonly role: "FOUNDER" | "DIRECTOR" | "MANAGER" | "PARTNER" | "ACCOUNTANT";
  readonly since: string;
  readonly until: string | null;
}

/** One contact with the front door. */
export interface InteractionStory {
  readonly id: string;
  readonly at: Date;
  readonly agency: "1819";
  readonly channel: "PHONE" | "WEB" | "DESK" | "EMAIL" | "APP";
  readonly topic: Topic;
  readonly language: PreferredLanguage;
  readonly outcome: "ANSWERED" | "REFERRED" | "INFORMATION_SENT" | "CALL_BACK";
  /** Null in 60 % of contacts: who asks has no enterprise yet (N33). */
  readonly enterpriseNumber: string | null;
  /** What was asked, in the asker's words, in `language` (OTHER and UNKNOWN speak French or Dutch). */
  readonly question: string;
  /** What the telephone showed; null for channels without one. */
  readonly callerId: { readonly kind: "PHONE" | "SHORT_NUMBER" | "WITHHELD"; readonly value: string | null } | null;
  /** The advisor who answered. */
  readonly advisor: StaffMember;
}

/** A person sent from one agency to another: `SENT → ACCEPTED | REJECTED | REVOKED | EXPIRED; ACCEPTED → DONE`. */
export interface ReferralStory {
  readonly id: string;
  /** The contact it came from; null where it came from a need seen at a housing site. */
  readonly interactionId: string | null;
  readonly fromAgency: string;
  readonly toAgency: string;
  readonly topic: Topic;
  readonly sentAt: Date;
  readonly status: "SENT" | "ACCEPTED" | "REJECTED" | "REVOKED" | "EXPIRED" | "DONE";
  readonly respondedAt: Date | null;
  readonly doneAt: Date | null;
  /** Set when DONE. */
  readonly successful: boolean | null;
  /** Set when REJECTED, REVOKED, or DONE without success. */
  readonly reason: "OUTSIDE_SCOPE" | "NO_CAPACITY" | "NOT_REACHED" | "WITHDRAWN_BY_PERSON" | "PROJECT_STOPPED" | null;
  readonly enterpriseNumber: string | null;
}

/** A permission that the entrepreneur gave one agency to see more than it would otherwise. */
export interface SharingGrantStory {
  readonly id: string;
  readonly toAgency: string;
  readonly since: string;
  readonly until: string | null;
  readonly withdrawnAt: Date | null;
}

/** Everything that happened to, with and for one entrepreneur. */
export interface EntrepreneurStory {
  /** 0 … entrepreneurs − 1. */
  readonly index: number;
  readonly id: string;
  /** The names of hard cases (`cases.ts`) this story plays; empty for nearly everybody. */
  readonly cases: readonly string[];
  readonly name: PersonName;
  /** How the other language community writes the name, where it does so differently. */
  readonly otherNames: readonly PersonName[];
  readonly language: PreferredLanguage;
  readonly birthDate: string | null;
  readonly sex: Sex;
  readonly municipality: Municipality | null;
  readonly contactPoints: readonly ContactPoint[];
  /** When the front door first wrote this person down. */
  readonly knownSinceAt: Date;
  readonly formerIds: readonly FormerIdentity[];
  /** Another entrepreneur who may be the same person; a human has to decide. */
  readonly possibleDuplicateOf: PossibleTwin | null;
  readonly mandates: readonly MandateStory[];
  /** The enterprises this story brings into the world; mandates in enterprises of others are only in `mandates`. */
  readonly enterprises: readonly EnterpriseStory[];
  readonly interactions: readonly InteractionStory[];
  readonly referrals: readonly ReferralStory[];
  readonly sharingGrants: readonly SharingGrantStory[];
  readonly coaching: CoachingStory;
  readonly financing: FinancingStory;
  readonly housing: HousingStory;
}
