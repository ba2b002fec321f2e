import type { Queries } from "@parcours/shared/database";
import { kernelErrors } from "@parcours/shared/errors";
import { correctionErrors } from "@parcours/shared/facts/correction.errors";
import { keepChange } from "@parcours/shared/facts/fact-change";
import { parseEnterpriseNumber } from "@parcours/shared/ids";
import { InputCheck } from "@parcours/shared/mutations/input-check";
import { mutationErrors } from "@parcours/shared/mutations/mutation.errors";
import { attempt, refuse } from "@parcours/shared/mutations/user-error";
import { brusselsDate } from "@parcours/shared/periods";
import type { ActService, KeyedInput } from "../acts/act.service.js";
import { idsOf } from "../identity/identity.repository.js";
import { mandateEvidence } from "../labels/mandate-evidence.js";
import { mandateRoles } from "../labels/mandate-roles.js";
import type { Mandate } from "./mandate.entity.js";
import { mandateErrors } from "./mandate.errors.js";
import type { AddMandateInput, CorrectMandateInput, EndMandateInput, MandatePayload } from "./mandate.inputs.js";
import {
  insertMandate,
  lockMandates,
  mandatePages,
  sameMandate,
  writeMandate,
  type MandateTerms,
} from "./mandate.repository.js";
import { dayBefore, endsAfterItBegins, registerOf } from "./mandate.rules.js";

/** The earliest first day that is taken, and the latest last day. */
const bounds = { from: "1900-01-01", to: "2199-12-31" } as const;

/** A mandate of a person, and every id of that person. */
interface Known {
  readonly mandate: Mandate;
  readonly files: readonly string[];
}

/** For whom a person may act: told by 1819, which has seen the papers, and given up by the person. A register's mandates are the register's. */
export class MandateService {
  constructor(private readonly acts: ActService) {}

  /** Notes a mandate. User errors: those of the input, ACT_NOT_ALLOWED, MANDATE_RUNS_ALREADY. */
  async add(input: AddMandateInput): Promise<MandatePayload> {
    return this.#act("addMandate", input, input.entrepreneurId, async (queries) => {
      const { entrepreneurId, ...terms } = checkedMandate(input);
      const ids = await idsOf(queries, await this.acts.known(entrepreneurId));
      this.#mustBeOffice(ids);
      const [id = entrepreneurId] = ids;
      await this.acts.mustStayKnown(queries, id);
      await lockMandates(queries, ids, terms.enterpriseNumber);
      if (await sameMandate(queries, ids, terms)) refuse(mandateErrors.MANDATE_RUNS_ALREADY, "since");
      const mandateId = await insertMandate(queries, { entrepreneurId: id, ...terms });
      await this.#keep(queries, { entrepreneurId: id, former: null, value: shown(terms, input.evidence) });
      return mandateId;
    });
  }

  /** Ends a mandate. By the person, who gives up a right, and 1819. User errors: those of the input, ACT_NOT_ALLOWED, CHANGED_MEANWHILE, FACT_OF_REGISTER. */
  async end(input: EndMandateInput): Promise<MandatePayload> {
    const today = brusselsDate(new Date());
    const known = await this.#known(input);
    return this.#act(
      "endMandate",
      input,
      input.entrepreneurId,
      async (queries) => {
        const check = new InputCheck();
        check.id("entrepreneurId", input.entrepreneurId);
        check.id("mandateId", input.mandateId);
        const until = input.until ? check.day("until", input.until, { from: today, to: bounds.to }) : dayBefore(today);
        check.end();
        const isOwn = await this.acts.isOwn(input.entrepreneurId);
        if (!isOwn) this.#mustBeOffice(known?.files ?? []);
        const { mandate, files } = changeable(known);
        await lockMandates(queries, files, mandate.enterpriseNumber);
        // A person gives up, and never takes more: a later day than the one that stands is 1819's to write.
        if (mandate.until !== null && mandate.until < until)
          return refuse(mutationErrors.CHANGED_MEANWHILE, "mandateId");
        return this.#write(queries, { mandate, version: input.version }, { ...termsOf(mandate), until }, null);
      },
      known,
    );
  }

  /** Puts a mandate right. By 1819. User errors: those of the input, ACT_NOT_ALLOWED, CHANGED_MEANWHILE, FACT_OF_REGISTER, MANDATE_RUNS_ALREADY. */
  async correct(input: CorrectMandateInput): Promise<MandatePayload> {
    const known = await this.#known(input);
    return this.#act(
      "correctMandate",
      input,
      input.entrepreneurId,
      async (queries) => {
        const change = checkedCorrection(input);
        this.#mustBeOffice(known?.files ?? []);
        const { mandate, files } = changeable(known);
        const until = input.runsOn ? null : (change.until ?? mandate.until);
        const terms = {
          ...termsOf(mandate),
          roleCode: change.role ?? mandate.roleCode,
          since: change.since ?? mandate.since,
          until,
        };
        if (!endsAfterItBegins(terms)) refuse(mandateErrors.MANDATE_ENDS_BEFORE_IT_BEGINS, "until");
        await lockMandates(queries, files, mandate.enterpriseNumber);
        if (await sameMandate(queries, files, terms, mandate.id)) refuse(mandateErrors.MANDATE_RUNS_ALREADY, "since");
        return this.#write(queries, { mandate, version: input.version }, terms, input.evidence);
      },
      known,
    );
  }

  /** Does it once, waits until every reachable subgraph obeys, and reads the mandate again. */
  async #act(
    mutation: string,
    input: KeyedInput,
    asked: string,
    work: (queries: Queries) => Promise<string>,
    known: Known | null = null,
  ): Promise<MandatePayload> {
    const { request, database } = this.acts.scope;
    const { result, errors } = await attempt(request, async () => {
      const about = { entrepreneurId: asked, category: "IDENTITY" };
      const ids = await this.acts.done(mutation, input, about, async (queries) => [await work(queries)]);
      const reach = await this.acts.reach(ids);
      return { mandate: (await mandatePages.byIds(database, ids))[0] ?? null, ...reach };
    });
    const isOfRegister = errors.some(({ code }) => code === correctionErrors.FACT_OF_REGISTER.code);
    const corrections = isOfRegister && known ? (registerOf(known.mandate.source)?.corrections ?? null) : null;
    return { ...(result ?? { mandate: null, reached: [], pending: [] }), corrections, errors };
  }

  /** Read before the transaction, which must wait for no other connection; null for what the person has not. */
  async #known({ entrepreneurId, mandateId }: EndMandateInput | CorrectMandateInput): Promise<Known | null> {
    const { database } = this.acts.scope;
    const check = new InputCheck();
    const [person, id] = [check.id("entrepreneurId", entrepreneurId), check.id("mandateId", mandateId)];
    if (!check.isGood) return null;
    const [mandate] = await mandatePages.byIds(database, [id]);
    const files = await idsOf(database, person);
    return mandate && files.includes(mandate.entrepreneurId) ? { mandate, files } : null;
  }

  async #write(
    queries: Queries,
    { mandate, version }: { readonly mandate: Mandate; readonly version: number },
    terms: MandateTerms,
    evidence: string | null,
  ): Promise<string> {
    await this.acts.mustStayKnown(queries, mandate.entrepreneurId);
    if (!(await writeMandate(queries, { id: mandate.id, version }, terms)))
      refuse(mutationErrors.CHANGED_MEANWHILE, "version");
    const { entrepreneurId } = mandate;
    await this.#keep(queries, { entrepreneurId, former: shown(mandate, null), value: shown(terms, evidence) });
    return mandate.id;
  }

  async #keep(
    queries: Queries,
    {
      entrepreneurId,
      former,
      value,
    }: { readonly entrepreneurId: string; readonly former: unknown; readonly value: unknown },
  ): Promise<void> {
    const { reader } = this.acts.scope.request;
    const changed = { former, value };
    await keepChange(queries, { coordinate: "Entrepreneur.mandates", entrepreneurId, changed, reader });
  }

  /** 1819 with the person on the line: nobody writes a mandate of one's own, for it opens an enterprise's data. @param files all ids of the person */
  #mustBeOffice(files: readonly string[]): void {
    const { role, purpose, entrepreneurId } = this.acts.scope.request.reader;
    const isOwn = entrepreneurId !== undefined && files.includes(entrepreneurId);
    if (role !== "ADVISOR_1819" || purpose !== "CALL" || isOwn) refuse(mutationErrors.ACT_NOT_ALLOWED);
  }
}

function checkedMandate(input: AddMandateInput): MandateTerms {
  const check = new InputCheck();
  const entrepreneurId = check.id("entrepreneurId", input.entrepreneurId);
  const enterpriseNumber = parseEnterpriseNumber(input.enterpriseNumber);
  if (enterpriseNumber === null) check.fault(kernelErrors.ENTERPRISE_NUMBER_INVALID, "enterpriseNumber");
  const roleCode = check.code("role", input.role, Object.keys(mandateRoles));
  check.code("evidence", input.evidence, Object.keys(mandateEvidence));
  const since = check.day("since", input.since, bounds);
  const until = input.until ? check.day("until", input.until, bounds) : null;
  if (!endsAfterItBegins({ since, until })) check.fault(mandateErrors.MANDATE_ENDS_BEFORE_IT_BEGINS, "until");
  check.end();
  return { entrepreneurId, enterpriseNumber: enterpriseNumber ?? "", roleCode, since, until };
}

function checkedCorrection(input: CorrectMandateInput) {
  const check = new InputCheck();
  check.id("entrepreneurId", input.entrepreneurId);
  check.id("mandateId", input.mandateId);
  const role = input.role ? check.code("role", input.role, Object.keys(mandateRoles)) : null;
  check.code("evidence", input.evidence, Object.keys(mandateEvidence));
  const since = input.since ? check.day("since", input.since, bounds) : null;
  const until = input.until ? check.day("until", input.until, bounds) : null;
  check.end();
  return { role, since, until };
}

/** A mandate that is the front door's to change. Errors: ACT_NOT_ALLOWED for one that the person has not, FACT_OF_REGISTER with the address. */
function changeable(known: Known | null): Known {
  if (!known) return refuse(mutationErrors.ACT_NOT_ALLOWED, "mandateId");
  const register = registerOf(known.mandate.source);
  if (register)
    return refuse(correctionErrors.FACT_OF_REGISTER, "mandateId", { corrections: register.corrections ?? "" });
  return known;
}

function termsOf({ entrepreneurId, enterpriseNumber, roleCode, since, until }: Mandate): MandateTerms {
  return { entrepreneurId, enterpriseNumber, roleCode, since, until };
}

/** As the history shows it. */
function shown(
  { enterpriseNumber, roleCode, since, until }: Omit<MandateTerms, "entrepreneurId">,
  evidence: string | null,
) {
  return { enterpriseNumber, role: roleCode, since, until, ...(evidence === null ? {} : { evidence }) };
}
