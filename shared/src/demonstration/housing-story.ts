/** What the housing pole did: sites with their units and weekly permanences, stays, coworking cheques, needs, surveys. */
import type { AddressStory } from "./enterprise-story.js";
import type { Texts, Topic } from "./story-parts.js";

/** A place where entrepreneurs work. `sites(world)` streams them all; every 3,000 entrepreneurs share 30. */
export interface SiteStory {
  readonly id: string;
  readonly index: number;
  readonly name: Texts;
  readonly kind: "INCUBATOR" | "BUSINESS_CENTRE" | "COWORKING";
  /** Code of the agency that runs it. */
  readonly agency: string;
  readonly operator: string;
  readonly ownership: "PUBLIC" | "PRIVATE";
  readonly youthFriendly: boolean;
  readonly address: AddressStory;
  readonly openedOn: string;
  readonly units: readonly UnitStory[];
  readonly permanences: readonly PermanenceStory[];
}

/** A room or desk of a site. */
export interface UnitStory {
  readonly id: string;
  readonly code: string;
  readonly kind: "OFFICE" | "WORKSHOP" | "DESK";
  readonly squareMetres: number;
}

/** Staff of an agency present at a site every week (R62). */
export interface PermanenceStory {
  readonly id: string;
  readonly siteId: string;
  readonly agency: string;
  /** 1 Monday … 5 Friday. */
  readonly weekday: number;
  /** Local time, `14:00`. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly since: string;
  readonly until: string | null;
}

/** A stay at a site. A soft landing lasts at most three months (J27). */
export interface StayStory {
  readonly id: string;
  readonly agency: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly siteId: string;
  readonly unitId: string;
  readonly kind: "RENTAL" | "COWORKING" | "SOFT_LANDING";
  readonly from: string;
  readonly to: string | null;
  /** Cents a month; 0 for a soft landing. */
  readonly monthlyRent: bigint;
}

/** One per person, ever (R46): two free months, two of their own, two given by the manager of the place. */
export interface CoworkingChequeStory {
  readonly id: string;
  readonly agency: string;
  readonly entrepreneurId: string;
  readonly siteId: string;
  readonly stayId: string;
  readonly appliedAt: Date;
  readonly sponsor: string;
  /** Six, in order. */
  readonly months: readonly {
    readonly number: number;
    readonly kind: "FREE" | "OWN" | "SPONSORED";
    readonly from: string;
    readonly to: string;
  }[];
}

/** What a member lacks; it ends in a referral or in a stated reason for none (R62). */
export interface NeedStory {
  readonly id: string;
  readonly entrepreneurId: string;
  readonly siteId: string;
  readonly kind: Topic;
  readonly identifiedOn: string;
  /** A referral of this story that starts at the housing agency. */
  readonly referralId: string | null;
  readonly noFollowUpReason: "SOLVED_ON_THE_SPOT" | "NOT_WANTED" | "ALREADY_HELPED" | null;
}

/** Somebody came to a permanence. */
export interface PermanenceVisitStory {
  readonly id: string;
  readonly permanenceId: string;
  readonly entrepreneurId: string;
  readonly siteId: string;
  /** The agency whose staff was met. */
  readonly agency: string;
  readonly at: Date;
  readonly topic: Topic;
}

/** An anonymous answer: whoever stores it must not store whose it is, nor in an order that tells (R63). */
export interface SatisfactionAnswerStory {
  readonly id: string;
  readonly siteId: string;
  readonly aboutAgency: string;
  /** First day of the quarter: an exact day could point at a person. */
  readonly quarter: string;
  /** 1 to 5. */
  readonly score: number;
  readonly suggestion: string | null;
}

/** Everything of one entrepreneur at the housing pole. */
export interface HousingStory {
  readonly stays: readonly StayStory[];
  readonly cheques: readonly CoworkingChequeStory[];
  readonly needs: readonly NeedStory[];
  readonly visits: readonly PermanenceVisitStory[];
  readonly satisfaction: readonly SatisfactionAnswerStory[];
}
