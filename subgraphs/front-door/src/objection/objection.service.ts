import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import type { ActService } from "../acts/act.service.js";
import { personalCategories } from "../acts/opened-categories.js";
import { ObjectionRecorder, type RecordObjectionInput, type RecordObjectionPayload } from "./objection.entity.js";
import { insertObjection, objections } from "./objection.repository.js";

/** Objections, for one request. */
export class ObjectionService {
  constructor(private readonly acts: ActService) {}

  /** Puts an objection down. User errors: those of the input, ACT_NOT_ALLOWED. */
  async record(input: RecordObjectionInput): Promise<RecordObjectionPayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const about = { entrepreneurId: input.entrepreneurId, category: "OBJECTION" };
      const ids = await this.acts.done("recordObjection", input, about, async (queries) => {
        const checked = await this.#checked(input);
        await this.acts.mustStayKnown(queries, checked.entrepreneurId);
        return [await insertObjection(queries, checked)];
      });
      const [objection = null] = await objections.byIds(database, ids);
      return { objection };
    });
    return { ...(result ?? { objection: null }), errors };
  }

  async #checked(input: RecordObjectionInput) {
    const check = new InputCheck();
    const asked = check.id("entrepreneurId", input.entrepreneurId);
    const categoryCode = check.code("category", input.category, personalCategories);
    const reason = check.text("reason", input.reason, { least: 3, most: 2000 });
    check.end();
    const recordedBy = await this.#recorder(asked);
    return { entrepreneurId: await this.acts.known(asked), categoryCode, reason, recordedBy };
  }

  /** The person, or the data protection officer for the person: nobody else. */
  async #recorder(entrepreneurId: string): Promise<ObjectionRecorder> {
    if (await this.acts.isOwn(entrepreneurId)) return ObjectionRecorder.OWN_PERSON;
    const { role } = this.acts.scope.request.reader;
    if (role === "DATA_PROTECTION_OFFICER") return ObjectionRecorder.DATA_PROTECTION_OFFICER;
    return refuse(mutationErrors.ACT_NOT_ALLOWED);
  }
}
