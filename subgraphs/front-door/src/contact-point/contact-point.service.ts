import { columnsOf, statement, type Queries } from "@parcours/shared/database";
import { keepChange } from "@parcours/shared/facts/fact-change";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import type { ActService } from "../acts/act.service.js";
import { workingContactPoints } from "../facts/contact-points.facts.js";
import { ContactPoint } from "./contact-point.entity.js";
import type { RemoveContactPointInput, RemoveContactPointPayload } from "./contact-point.inputs.js";

const readById = statement(`select ${columnsOf(ContactPoint, "c")} from contact_point c where c.id = $1`);
/** One that has ended already is not ended again. */
const end = statement(
  `update contact_point set until = greatest(since, $3::date)
    where id = $1 and entrepreneur_id = any($2::uuid[]) and until is null returning id`,
);
/** Who is left alone with a number does not share it any more. */
const isLeftAlone = statement(
  `update contact_point c set shared = false
     from contact_point ended
    where ended.id = $1 and ended.value is not null and c.value = ended.value and c.kind = ended.kind and c.until is null and c.shared
      and (select count(distinct o.entrepreneur_id) from contact_point o
            where o.value = ended.value and o.kind = ended.kind and o.until is null) = 1`,
);

/** Contact points, for one request. */
export class ContactPointService {
  constructor(private readonly acts: ActService) {}

  /** Ends a number or address. User errors: INPUT_ID_INVALID, ACT_NOT_ALLOWED, CHANGED_MEANWHILE where it has ended already. */
  async remove(input: RemoveContactPointInput): Promise<RemoveContactPointPayload> {
    const { request, database, policy } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const check = new InputCheck();
      const asked = check.id("entrepreneurId", input.entrepreneurId);
      const id = check.id("contactPointId", input.contactPointId);
      check.end();
      if (!(await this.#mayRemove(asked))) return refuse(mutationErrors.ACT_NOT_ALLOWED);
      const entrepreneurId = await this.acts.known(asked);
      const { ids: files } = await policy.identity(entrepreneurId);
      const [known] = await database.query<ContactPoint>(readById, [id]);
      if (!known || !files.includes(known.entrepreneurId)) return refuse(mutationErrors.ACT_NOT_ALLOWED);
      const about = { entrepreneurId, category: "CONTACT" };
      const [done = ""] = await this.acts.done("removeContactPoint", input, about, (queries) =>
        this.#end(queries, known, files),
      );
      return (await database.query<ContactPoint>(readById, [done]))[0] ?? null;
    });
    return { contactPoint: result, errors };
  }

  async #end(queries: Queries, { id, entrepreneurId }: ContactPoint, files: readonly string[]): Promise<string[]> {
    const former = await workingContactPoints(queries, entrepreneurId);
    const ended = await queries.query(end, [id, files, brusselsDate(new Date())]);
    if (ended.length === 0) return refuse(mutationErrors.CHANGED_MEANWHILE, "contactPointId");
    await queries.query(isLeftAlone, [id]);
    const changed = { former, value: await workingContactPoints(queries, entrepreneurId) };
    const { reader } = this.acts.scope.request;
    await keepChange(queries, { coordinate: "Entrepreneur.contactPoints", entrepreneurId, changed, reader });
    return [id];
  }

  /** The person, and 1819 with the person on the line. */
  async #mayRemove(entrepreneurId: string): Promise<boolean> {
    const { role, purpose } = this.acts.scope.request.reader;
    return role === "ADVISOR_1819" ? purpose === "CALL" : this.acts.isOwn(entrepreneurId);
  }
}
