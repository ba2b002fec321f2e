import type { Queries } from "@parcours/shared/database";
import { isUuid } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import { actErrors } from "../acts/act.errors.js";
import type { ActService } from "../acts/act.service.js";
import { grantableCategories } from "../acts/opened-categories.js";
import { existsOn } from "../agency/agency.rules.js";
import type { AgencyService } from "../agency/agency.service.js";
import { waysOfGiving } from "../labels/ways-of-giving.js";
import { GrantGiver, type SharingGrant } from "./sharing-grant.entity.js";
import type {
  GrantSharingInput,
  GrantSharingPayload,
  WithdrawSharingInput,
  WithdrawSharingPayload,
} from "./sharing-grant.inputs.js";
import { insertGrants, sharingGrants, withdrawGrant } from "./sharing-grant.repository.js";
import { grantEnds } from "./sharing-grant.rules.js";

/** What an advisor may note: all but the person's own doing. */
const waysToNote: readonly string[] = Object.keys(waysOfGiving).filter((code) => code !== "SIGNED_IN");

const noReach = { reached: [], pending: [] } as const;

/** What persons open and close, for one request. */
export class SharingGrantService {
  constructor(
    private readonly acts: ActService,
    private readonly agencies: AgencyService,
  ) {}

  /** Opens categories of a person's data to an agency. User errors: those of the input, ACT_NOT_ALLOWED. */
  async grant(input: GrantSharingInput): Promise<GrantSharingPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const about = { entrepreneurId: input.entrepreneurId, category: "SHARING_GRANT" };
      const ids = await this.acts.done("grantSharing", input, about, (queries) => this.#grant(queries, input));
      return { sharingGrants: await sharingGrants.byIds(database, ids) };
    });
    return { ...(result ?? { sharingGrants: null }), errors };
  }

  /** Withdraws a grant, and waits until every reachable subgraph obeys. User errors: those of the input, ACT_NOT_ALLOWED. */
  async withdraw(input: WithdrawSharingInput): Promise<WithdrawSharingPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const grantId = input.grantId.trim().toLowerCase();
      const [grant = null] = isUuid(grantId) ? await sharingGrants.byIds(database, [grantId]) : [];
      const about = { entrepreneurId: grant?.entrepreneurId ?? null, category: "SHARING_GRANT" };
      await this.acts.done("withdrawSharing", input, about, (queries) => this.#withdraw(queries, input, grant));
      const reach = await this.acts.reach([grantId]);
      const [withdrawn = null] = await sharingGrants.byIds(database, [grantId]);
      return { sharingGrant: withdrawn, ...reach };
    });
    return { ...(result ?? { sharingGrant: null, ...noReach }), errors };
  }

  async #grant(queries: Queries, input: GrantSharingInput): Promise<readonly string[]> {
    const today = brusselsDate(new Date());
    const asked = await this.#checked(input, today);
    const isOwn = await this.#mayActFor(asked.entrepreneurId);
    const howGivenCode = howGiven(isOwn, input.howGiven ?? null);
    const entrepreneurId = await this.acts.known(asked.entrepreneurId);
    await this.acts.mustStayKnown(queries, entrepreneurId);
    const { until, toAgencyCode, categories } = asked;
    const givenBy = isOwn ? GrantGiver.OWN_PERSON : GrantGiver.ADVISOR;
    const grant = { entrepreneurId, toAgencyCode, since: today, until, givenBy, howGivenCode };
    return insertGrants(queries, grant, categories);
  }

  async #withdraw(
    queries: Queries,
    input: WithdrawSharingInput,
    grant: SharingGrant | null,
  ): Promise<readonly string[]> {
    const check = new InputCheck();
    const grantId = check.id("grantId", input.grantId);
    check.end();
    // A grant of somebody else's and one that never was answer alike, and cost alike.
    await this.#mayActFor(grant?.entrepreneurId ?? grantId);
    if (!grant) return refuse(mutationErrors.ACT_NOT_ALLOWED);
    await withdrawGrant(queries, grantId);
    return [grantId];
  }

  async #checked(input: GrantSharingInput, today: string) {
    const check = new InputCheck();
    const { usual, latest } = grantEnds(today);
    const entrepreneurId = check.id("entrepreneurId", input.entrepreneurId);
    const agency = (await this.agencies.all()).find(({ code }) => code === input.toAgency);
    if (!agency || agency.external || !existsOn(agency, today)) check.fault(actErrors.ACT_AGENCY_UNKNOWN, "toAgency");
    const categories = [...new Set(input.categories)];
    for (const category of categories.slice(0, grantableCategories.length + 1))
      check.code("categories", category, grantableCategories);
    if (categories.length === 0) check.fault(actErrors.SHARING_CATEGORIES_REQUIRED, "categories");
    const until = check.day("until", input.until ?? usual, { from: today, to: latest });
    check.end();
    return { entrepreneurId, toAgencyCode: input.toAgency, categories, until };
  }

  /** The person, or an advisor with the person on the line: nobody else. Answers whether it is the person. */
  async #mayActFor(entrepreneurId: string): Promise<boolean> {
    if (await this.acts.isOwn(entrepreneurId)) return true;
    const { role, purpose } = this.acts.scope.request.reader;
    return role === "ADVISOR_1819" && purpose === "CALL" ? false : refuse(mutationErrors.ACT_NOT_ALLOWED);
  }
}

function howGiven(isOwn: boolean, asked: string | null): string {
  const allowed = waysToNote.join(", ");
  if (isOwn) return asked === null ? "SIGNED_IN" : refuse(actErrors.SHARING_HOW_GIVEN_NOT_YOURS, "howGiven");
  if (asked !== null && waysToNote.includes(asked)) return asked;
  return refuse(actErrors.SHARING_HOW_GIVEN_REQUIRED, "howGiven", { allowed });
}
