import type { CodeList } from "@parcours/shared/codes";
/** Everybody who looked at a person's data, over all owners, for the person alone (design 7; J29). */
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import { purposes } from "@parcours/shared/identity/purposes";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import { notShared } from "@parcours/shared/visibility/may-read";
import { roleLabels } from "@parcours/shared/visibility/role-labels";
import { askAll } from "../owners.js";
import type { OwnerAnswer, Owners } from "../owners.js";
import { LookupOwnerState } from "./lookup.type.js";
import type { Lookup, LookupConnection, LookupOwner } from "./lookup.type.js";
import { cursorOf, mergedNewestFirst } from "./merge.rules.js";
import type { LookupPageRequest } from "./merge.rules.js";

/** A look as an owner tells it. */
interface ToldLook {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly agencyCode: string | null;
  readonly role: string | null;
  readonly purpose: string | null;
  readonly caseReference: string | null;
  readonly categories: readonly string[];
  readonly withheld: readonly string[];
  readonly result: string;
  readonly records: number;
  readonly enterpriseNumber: string | null;
  readonly flag?: string | null;
  readonly byYourself: boolean;
  readonly ofYourself: boolean;
  readonly restriction: string | null;
}

/** An owner's page. */
interface ToldPage {
  readonly rows: readonly ToldLook[];
  readonly total: number;
  readonly period: { readonly since: string | null };
  readonly heartbeat: string;
  /** False where looks through enterprises are left out, because the owner's copy of the mandates is too old. */
  readonly mandatesKnown: boolean;
}

const purposeLabels: CodeList = Object.fromEntries(
  Object.entries(purposes).map(([code, { labels }]) => [code, labels]),
);

const restrictionLabels: CodeList = {
  RESTRICTED: {
    fr: "Un organisme, consultation restreinte",
    nl: "Een instantie, beperkte raadpleging",
    en: "An agency, restricted",
  },
};

/** Reads the owners' logs for one request. */
export class LookupsService {
  constructor(private readonly owners: Owners) {}

  /** A page of who looked. Each owner decides by itself whether the reader may know; an owner that is silent is named. Errors: NOT_SHARED. */
  async of(entrepreneurId: string, { first, after }: LookupPageRequest): Promise<LookupConnection> {
    const answers = await askAll(this.owners, "/lookups", {
      entrepreneurId,
      // One more than the page: it tells whether there is another.
      first: first + 1,
      before: after && { at: after.at.toISOString(), id: after.id },
    });
    if (isRefused(answers.map(({ answer }) => answer))) throw notShared("LOOKUPS");
    const pages = answers.map(({ owner, answer }) => ({ owner, page: pageIn(answer) }));
    const merged = mergedNewestFirst(
      pages.map(({ owner, page }) => (page?.rows ?? []).map((row) => lookOf(owner, row))),
      first + 1,
    );
    const edges = merged.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
    return {
      edges,
      pageInfo: { hasNextPage: merged.length > first, endCursor: edges.at(-1)?.cursor ?? null },
      owners: pages.map(({ owner, page }) => this.#ownerOf(owner, page)),
    };
  }

  #ownerOf(owner: string, page: ToldPage | null): LookupOwner {
    return {
      owner,
      agencies: this.owners.agenciesOf(owner).map(agencyReference),
      state: page ? LookupOwnerState.ANSWERED : LookupOwnerState.NOT_ANSWERED,
      total: page?.total ?? null,
      since: page?.period.since ? new Date(page.period.since) : null,
      heartbeat: page ? new Date(page.heartbeat) : null,
      isComplete: page?.mandatesKnown ?? false,
    };
  }
}

/** Refused where an owner refuses and none answers: one whose copy of a merge is a moment old does not close the list of the others. */
function isRefused(answers: readonly OwnerAnswer[]): boolean {
  return answers.some((answer) => answer?.status === 403) && !answers.some((answer) => answer?.status === 200);
}

function pageIn(answer: OwnerAnswer): ToldPage | null {
  return answer?.status === 200 ? (answer.body as ToldPage) : null;
}

function lookOf(owner: string, told: ToldLook): Lookup {
  return {
    ...told,
    owner,
    at: new Date(told.at),
    agency: told.agencyCode === null ? null : agencyReference(told.agencyCode),
    role: codeOf(roleLabels, told.role),
    purpose: codeOf(purposeLabels, told.purpose),
    categories: told.categories.map((code) => codeOf(categoryLabels, code)),
    withheld: told.withheld.map((code) => codeOf(categoryLabels, code)),
    restriction: codeOf(restrictionLabels, told.restriction),
    flag: told.flag ?? null,
  };
}
