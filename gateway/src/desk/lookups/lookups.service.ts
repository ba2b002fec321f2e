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
import type { FlaggedLookup, FlaggedLookupConnection, LookupFlag } from "./flagged-lookup.type.js";
import { LookupOwnerState } from "./lookup.type.js";
import type { Lookup, LookupConnection, LookupOwner } from "./lookup.type.js";
import { cursorOf, mergedNewestFirst } from "./merge.rules.js";
import type { LookupPageRequest, LookupPlace } from "./merge.rules.js";

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
interface ToldPage<Told> {
  readonly rows: readonly Told[];
  readonly total: number;
  readonly period: { readonly since: string | null };
  readonly heartbeat: string;
  /** False where looks through enterprises are left out, because the owner's copy of the mandates is too old. */
  readonly mandatesKnown?: boolean;
}

/** A flagged look as an owner tells it. */
interface ToldFlagged extends Omit<
  ToldLook,
  "enterpriseNumber" | "byYourself" | "ofYourself" | "restriction" | "role"
> {
  readonly flag: LookupFlag;
  readonly role: string;
  readonly entrepreneurId: string | null;
  readonly staffId: string | null;
}

/** A page over all owners. */
interface MergedPage<Look> {
  readonly edges: { readonly cursor: string; readonly node: Look }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly owners: LookupOwner[];
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
  async of(entrepreneurId: string, asked: LookupPageRequest): Promise<LookupConnection> {
    return this.#merged("/lookups", { entrepreneurId }, asked, "LOOKUPS", lookOf);
  }

  /** A page of the looks to ask about, over all persons. Errors: NOT_SHARED. */
  async flagged(asked: LookupPageRequest, flag: LookupFlag | null): Promise<FlaggedLookupConnection> {
    return this.#merged("/flagged-lookups", { flag }, asked, "FLAGGED_LOOKUPS", flaggedOf);
  }

  async #merged<Told, Look extends LookupPlace>(
    path: string,
    order: object,
    { first, after }: LookupPageRequest,
    category: string,
    complete: (owner: string, told: Told) => Look,
  ): Promise<MergedPage<Look>> {
    // One more than the page: it tells whether there is another.
    const page = { first: first + 1, before: after && { at: after.at.toISOString(), id: after.id } };
    const answers = await askAll(this.owners, path, { ...order, ...page });
    if (isRefused(answers.map(({ answer }) => answer))) throw notShared(category);
    const pages = answers.map(({ owner, answer }) => ({ owner, page: pageIn<Told>(answer) }));
    const merged = mergedNewestFirst(
      pages.map(({ owner, page: told }) => (told?.rows ?? []).map((row) => complete(owner, row))),
      first + 1,
    );
    const edges = merged.slice(0, first).map((node) => ({ cursor: cursorOf(node), node }));
    return {
      edges,
      pageInfo: { hasNextPage: merged.length > first, endCursor: edges.at(-1)?.cursor ?? null },
      owners: pages.map(({ owner, page: told }) => this.#ownerOf(owner, told)),
    };
  }

  #ownerOf(owner: string, page: ToldPage<unknown> | null): LookupOwner {
    return {
      owner,
      agencies: this.owners.agenciesOf(owner).map(agencyReference),
      state: page ? LookupOwnerState.ANSWERED : LookupOwnerState.NOT_ANSWERED,
      total: page?.total ?? null,
      since: page?.period.since ? new Date(page.period.since) : null,
      heartbeat: page ? new Date(page.heartbeat) : null,
      isComplete: page ? (page.mandatesKnown ?? true) : false,
    };
  }
}

/** Refused where an owner refuses and none answers: one whose copy of a merge is a moment old does not close the list of the others. */
function isRefused(answers: readonly OwnerAnswer[]): boolean {
  return answers.some((answer) => answer?.status === 403) && !answers.some((answer) => answer?.status === 200);
}

function pageIn<Told>(answer: OwnerAnswer): ToldPage<Told> | null {
  return answer?.status === 200 ? (answer.body as ToldPage<Told>) : null;
}

function lookOf(owner: string, told: ToldLook): Lookup {
  return {
    ...told,
    ...inWords(told),
    owner,
    role: codeOf(roleLabels, told.role),
    restriction: codeOf(restrictionLabels, told.restriction),
    flag: told.flag ?? null,
  };
}

function flaggedOf(owner: string, told: ToldFlagged): FlaggedLookup {
  const entrepreneur = told.entrepreneurId === null ? null : { id: told.entrepreneurId };
  return { ...told, ...inWords(told), owner, role: codeOf(roleLabels, told.role), entrepreneur };
}

function inWords(told: Pick<ToldLook, "at" | "agencyCode" | "purpose" | "categories" | "withheld">) {
  return {
    at: new Date(told.at),
    agency: told.agencyCode === null ? null : agencyReference(told.agencyCode),
    purpose: codeOf(purposeLabels, told.purpose),
    categories: told.categories.map((code) => codeOf(categoryLabels, code)),
    withheld: told.withheld.map((code) => codeOf(categoryLabels, code)),
  };
}
