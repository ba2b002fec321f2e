import type { Queries } from "@parcours/shared/database";
import { pageAskedBy } from "@parcours/shared/graphql/connection-arguments";
import { isUuid } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import type { Page } from "@parcours/shared/paging";
import { brusselsDate } from "@parcours/shared/periods";
import { notShared } from "@parcours/shared/visibility/may-read";
import { actErrors } from "../acts/act.errors.js";
import type { ActService } from "../acts/act.service.js";
import { breakableCategories } from "../acts/opened-categories.js";
import { presentAgency } from "../agency/agency.rules.js";
import type { AgencyService } from "../agency/agency.service.js";
import { staysKnown } from "../entrepreneur/entrepreneur.repository.js";
import type { BreakGlassReview } from "./break-glass.entity.js";
import type {
  BreakGlassInput,
  BreakGlassPayload,
  BreakGlassReviewArguments,
  CloseBreakGlassReviewInput,
  CloseBreakGlassReviewPayload,
} from "./break-glass.inputs.js";
import { breakGlasses, closeReview, insertBreakGlass, reviewsOf } from "./break-glass.repository.js";
import { mayBeWhoBrokeIt, mayBreakGlass, maySeeReview, reviewScopeOf } from "./break-glass.rules.js";

/** What officials open in an emergency, and the reviews of it, for one request. */
export class BreakGlassService {
  constructor(
    private readonly acts: ActService,
    private readonly agencies: AgencyService,
  ) {}

  /** A page of reviews that are the reader's to see. Errors: those of access; NOT_SHARED for who has none of them; those of paging. */
  async reviews(asked: BreakGlassReviewArguments): Promise<Page<BreakGlassReview>> {
    const { request, database } = this.acts.scope;
    if (request.accessFault) throw request.accessFault;
    const scope = reviewScopeOf(request.reader);
    if (!scope) throw notShared("BREAK_GLASS_REVIEW");
    return reviewsOf(database, scope.agencies, asked.state ?? null, pageAskedBy(asked));
  }

  /** Opens a category of a person's data to an official for the day. User errors: those of the input, EMERGENCY_REQUIRED, ACT_NOT_ALLOWED. */
  async breakGlass(input: BreakGlassInput): Promise<BreakGlassPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const about = { entrepreneurId: input.entrepreneurId, category: "BREAK_GLASS_REVIEW" };
      const ids = await this.acts.done("breakGlass", input, about, (queries) => this.#break(queries, input));
      const [row] = await breakGlasses.byIds(database, ids);
      return { openUntil: row?.openUntil ?? null, ...(await this.acts.reach(ids)) };
    });
    return { ...(result ?? { openUntil: null, reached: [], pending: [] }), errors };
  }

  /** Closes a review. User errors: those of the input, ACT_NOT_ALLOWED, REVIEW_IS_OF_YOUR_OWN_ACT, CHANGED_MEANWHILE. */
  async close(input: CloseBreakGlassReviewInput): Promise<CloseBreakGlassReviewPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const id = input.reviewId.trim().toLowerCase();
      const [review = null] = isUuid(id) ? await breakGlasses.byIds(database, [id]) : [];
      const about = { entrepreneurId: review?.entrepreneurId ?? null, category: "BREAK_GLASS_REVIEW" };
      await this.acts.done("closeBreakGlassReview", input, about, (queries) => this.#close(queries, input, review));
      const [closed = null] = await breakGlasses.byIds(database, [id]);
      return { breakGlassReview: closed };
    });
    return { ...(result ?? { breakGlassReview: null }), errors };
  }

  async #break(queries: Queries, input: BreakGlassInput): Promise<readonly string[]> {
    const { reader } = this.acts.scope.request;
    const { ownerAgencyCodes, ...asked } = await this.#checked(input);
    if (!mayBreakGlass(reader)) return refuse(actErrors.EMERGENCY_REQUIRED);
    const entrepreneurId = await this.acts.known(asked.entrepreneurId);
    await this.acts.mustStayKnown(queries, entrepreneurId);
    const broken = { ...asked, entrepreneurId, openUntil: brusselsDate(new Date()) };
    const { agency: byAgencyCode, staffId: byStaffId, role: byRoleCode, caseReference } = reader;
    return [
      await insertBreakGlass(
        queries,
        { ...broken, byAgencyCode, byStaffId, byRoleCode, caseReference },
        ownerAgencyCodes,
      ),
    ];
  }

  async #close(
    queries: Queries,
    input: CloseBreakGlassReviewInput,
    review: BreakGlassReview | null,
  ): Promise<readonly string[]> {
    const { reader } = this.acts.scope.request;
    const check = new InputCheck();
    const id = check.id("reviewId", input.reviewId);
    const note = check.text("note", input.note, { least: 3, most: 1000 });
    check.end();
    // A review of another agency's and one that never was answer alike.
    if (!review || !maySeeReview(reader, review)) return refuse(mutationErrors.ACT_NOT_ALLOWED);
    if (mayBeWhoBrokeIt(reader, review)) return refuse(actErrors.REVIEW_IS_OF_YOUR_OWN_ACT);
    const { version, outcome } = input;
    const by = { agencyCode: reader.agency ?? null, staffId: reader.staffId ?? null };
    // Of a person who was erased meanwhile no words are kept: the review ends as a fact.
    const keepsWords = await staysKnown(queries, review.entrepreneurId);
    const isClosed = await closeReview(queries, { id, version, outcome, note, ...by, keepsWords });
    if (!isClosed) refuse(mutationErrors.CHANGED_MEANWHILE, "version");
    return [id];
  }

  async #checked(input: BreakGlassInput) {
    const check = new InputCheck();
    const entrepreneurId = check.id("entrepreneurId", input.entrepreneurId);
    const categoryCode = check.code("category", input.category, breakableCategories);
    const motive = check.text("motive", input.motive, { least: 20, most: 500 });
    const agencies = new Map((await this.agencies.all()).map((agency) => [agency.code, agency]));
    // The review is for who answers for those rows today, whatever name stands on them (R68).
    const agencyCode = presentAgency(input.ownerAgency, agencies);
    const owner = agencies.get(agencyCode);
    if (!owner || owner.external) check.fault(actErrors.ACT_AGENCY_UNKNOWN, "ownerAgency");
    check.end();
    const ownerAgencyCodes = [...agencies.keys()].filter((code) => presentAgency(code, agencies) === agencyCode);
    return { entrepreneurId, categoryCode, motive, agencyCode, ownerAgencyCodes };
  }
}
