/** An owner takes what a form says: answers to its own questions, and statements beside the facts it keeps. Each once, in one transaction. */
import { logLooks } from "../access-log/request-log.js";
import { conceptList, type About } from "../concepts/concept-list.js";
import type { Queries } from "../database.js";
import { keepChange } from "../facts/fact-change.js";
import { entityOf, type FactEntity } from "../facts/facts-kept.js";
import { subjectOf, whoseRows, type FoundSubject } from "../facts/facts-scope.js";
import { keepDispute } from "../facts/raise-dispute.js";
import { staffRoles } from "../identity/roles.js";
import { newId } from "../ids.js";
import { mutationErrors } from "../mutations/mutation.errors.js";
import { actorOf, once } from "../mutations/once.js";
import { refuse } from "../mutations/user-error.js";
import { brusselsDate } from "../periods.js";
import { ownAgencies } from "../visibility/reader.js";
import { answerFault, isStorable, mostCharactersOfFact } from "./answer.rules.js";
import type { IntakeForm } from "./form.js";
import type { AskedHolders, SaidFact, SaidValue, SubmitForm, ToldFate } from "./intake-request.js";
import type { IntakeScope } from "./intake-scope.js";
import { answersById, insertAnswers, insertSubmission, saidBefore, type NewAnswer } from "./intake-store.js";

/** What is found out before anything is written: a transaction that waited for another connection would wait for itself. */
interface Terms extends IntakeScope {
  readonly asked: SubmitForm;
  /** Under the ids in use; a later merge does not rewrite the rows. */
  readonly holders: AskedHolders;
  /** Every id of the person. */
  readonly ids: readonly string[];
  /** Whether the person says it of the own file. */
  readonly isOwn: boolean;
  /** The entities whose facts it speaks of, as this owner keeps them. */
  readonly subjects: ReadonlyMap<FactEntity, FoundSubject>;
}

/**
 * Takes it all, or nothing; the act is in the log before any of it is final. Says of each value what became of it.
 * @throws UserFault ACT_NOT_ALLOWED, IDEMPOTENCY_KEY_REUSED
 */
export async function submit(scope: IntakeScope, asked: SubmitForm): Promise<ToldFate[]> {
  if (!(await maySubmit(scope, asked))) refuse(mutationErrors.ACT_NOT_ALLOWED);
  await mustActForEnterprise(scope, asked);
  const form = asked.answers === null ? undefined : formOf(scope, asked);
  const terms = await termsOf(scope, asked);
  const { target, request, policy } = scope;
  return scope.database.transaction(async (queries) => {
    const fates = [...(form ? await takeAnswers(queries, terms, form) : []), ...(await takeFacts(queries, terms))];
    for (const fate of fates)
      request.looks.note(asked, form && fate.coordinate === null ? form.category : "INTAKE", true, fate);
    await logLooks(target, request, { action: "WRITE", failed: false, policy });
    return fates;
  });
}

/** All parts of a submission are one look, which is in the log before any of them is final. */
const logged = (): Promise<void> => Promise.resolve();

async function termsOf(scope: IntakeScope, asked: SubmitForm): Promise<Terms> {
  const { enterpriseNumber, projectId } = asked;
  const { reader } = scope.request;
  const { canonicalId, ids } = await scope.policy.identity(asked.entrepreneurId);
  const isOwn = reader.role === "ENTREPRENEUR" && (await scope.policy.holds("OWN", reader, asked, "INTAKE"));
  const holders = { entrepreneurId: canonicalId, enterpriseNumber, projectId };
  return { ...scope, asked, holders, ids, isOwn, subjects: await subjectsOf(scope, asked) };
}

async function subjectsOf(scope: IntakeScope, asked: SubmitForm): Promise<ReadonlyMap<FactEntity, FoundSubject>> {
  const keys = { Entrepreneur: asked.entrepreneurId, Enterprise: asked.enterpriseNumber, Project: asked.projectId };
  const types = new Set(asked.facts.flatMap(({ coordinate }) => entityOf(coordinate) ?? []));
  const found = await Promise.all(
    [...types].map(async (type) => {
      const id = keys[type];
      return id === null ? null : subjectOf(scope, { type, id });
    }),
  );
  return new Map(found.flatMap((one) => (one ? [[one.type, one] as const] : [])));
}

/** The person and the mandatary; of staff the agency whose form it is, 1819, and who coaches the person. */
async function maySubmit(
  { request: { reader }, policy }: IntakeScope,
  { agency, ...holders }: SubmitForm,
): Promise<boolean> {
  if (reader.role === "ENTREPRENEUR" || reader.role === "MANDATARY" || reader.role === "ADVISOR_1819") return true;
  return ownAgencies(reader).includes(agency) || policy.holds("COACH_OF", reader, holders, "INTAKE_ANSWER");
}

/** An answer about an enterprise is an answer of somebody who acts for it: else anybody could plant one. */
async function mustActForEnterprise(
  { policy }: IntakeScope,
  { entrepreneurId, enterpriseNumber }: SubmitForm,
): Promise<void> {
  if (enterpriseNumber === null) return;
  const numbers = await policy.mandatedEnterprises({ entrepreneurId });
  if (!numbers.includes(enterpriseNumber)) refuse(mutationErrors.ACT_NOT_ALLOWED, "enterpriseNumber");
}

function formOf({ definition }: IntakeScope, { form: code, agency }: SubmitForm): IntakeForm {
  const form = definition.forms?.find((candidate) => candidate.code === code && candidate.agency === agency);
  if (!form) refuse(mutationErrors.ACT_NOT_ALLOWED, "form");
  return form;
}

/** Its own questions: what was answered, and what was known, so that the agency has a dossier of its own (J03). */
async function takeAnswers(
  queries: Queries,
  { request, asked, holders, ids: persons }: Terms,
  form: IntakeForm,
): Promise<ToldFate[]> {
  const { idempotencyKey: key, answers, known } = asked;
  const { asked: left, spared, documentsAsked, documentsSpared } = asked;
  const input = { ...holders, answers };
  const mutation = `submitIntake ${form.code}`;
  const order = { actor: actorOf(request.reader), mutation, idempotencyKey: key, persons, input };
  const work = async (): Promise<string[]> => {
    const id = newId();
    const { code: formCode, agency: agencyCode } = form;
    await insertSubmission(queries, {
      id,
      ...holders,
      formCode,
      agencyCode,
      asked: left,
      spared,
      documentsAsked,
      documentsSpared,
    });
    const given = new Set(answers?.map(({ concept }) => concept));
    // What staff could read elsewhere is not theirs to hand on: an agency reads it as its own only where the person or a mandatary gives it.
    const isGiven = !staffRoles.includes(request.reader.role);
    const brought = isGiven ? known.filter(({ concept }) => !given.has(concept)) : [];
    const row = { ...holders, form, submissionId: id, key };
    await insertAnswers(queries, [
      ...(answers ?? []).filter((one) => isAnswer(form, one)).map((one) => answerRow(one, row)),
      // It stays as old as it is, and good for as long as it was.
      ...brought
        .filter((one) => isAnswer(form, one))
        .map((one) => ({ ...answerRow(one, row), answeredAt: one.at, validUntil: one.validUntil })),
    ]);
    return [id];
  };
  await once(queries, order, { work, logged });
  return (answers ?? []).map((said) => ({
    concept: said.concept,
    coordinate: null,
    fate: isAnswer(form, said) ? "RECEIVED" : "INVALID",
  }));
}

/** The desk has checked the same; what comes here past it is not kept. */
function isAnswer({ questions }: IntakeForm, { concept, value }: SaidValue): boolean {
  const question = questions.find((candidate) => candidate.concept === concept);
  return question !== undefined && answerFault(question.answer, value) === null;
}

interface RowTerms extends AskedHolders {
  readonly form: IntakeForm;
  readonly submissionId: string;
  readonly key: string;
}

function answerRow({ concept, value }: SaidValue, { form, submissionId, key, ...holders }: RowTerms): NewAnswer {
  const { about = "APPLICATION", months } = conceptList.concepts.get(concept) ?? {};
  return {
    id: newId(),
    ...holders,
    submissionId,
    key,
    concept,
    coordinate: null,
    fate: "RECEIVED",
    value,
    category: form.category,
    existence: form.existence,
    about: standsFor(about, holders),
    formCode: form.code,
    agencyCode: form.agency,
    validUntil: months === undefined ? null : inMonths(new Date(), months),
  };
}

/** What is about a project that nobody named is about the enterprise; what is about an enterprise that is not there yet, about the person (R53). */
function standsFor(about: About, { enterpriseNumber, projectId }: AskedHolders): About {
  const narrower = about === "PROJECT" && projectId === null ? "ENTERPRISE" : about;
  return narrower === "ENTERPRISE" && enterpriseNumber === null ? "PERSON" : narrower;
}

function inMonths(from: Date, months: number): string {
  const day = new Date(from);
  day.setUTCMonth(day.getUTCMonth() + months);
  return brusselsDate(day);
}

/** Facts that this owner keeps: people change some of their own; of all others what was said stands beside them. */
async function takeFacts(queries: Queries, terms: Terms): Promise<ToldFate[]> {
  const fates: ToldFate[] = [];
  for (const said of terms.asked.facts) {
    const { concept, coordinate } = said;
    fates.push({ concept, coordinate, fate: await fateOf(queries, terms, said) });
  }
  return fates;
}

async function fateOf(queries: Queries, terms: Terms, said: SaidFact): Promise<ToldFate["fate"]> {
  const { concept, coordinate, value, isHeld } = said;
  const { asked, holders, ids, request } = terms;
  const { idempotencyKey, form } = asked;
  const { fact, source = "" } = conceptList.concepts.get(concept) ?? {};
  if (fact !== coordinate || conceptList.sources.get(source)?.register !== false) return "INVALID";
  if (JSON.stringify(value).length > mostCharactersOfFact || !isStorable(value)) return "INVALID";
  // Asked again, the same is held because it was said: the answer is what it was.
  if (isHeld)
    return (await saidBefore(queries, ids, { concept, key: idempotencyKey, coordinate }))?.fate ?? "ALREADY_HELD";
  const input = { ...holders, value };
  const mutation = `submitIntake ${form} ${coordinate}`;
  const order = { actor: actorOf(request.reader), mutation, idempotencyKey, persons: ids, input };
  const work = async (): Promise<string[]> => {
    const fate = await takenFact(queries, terms, said);
    if (fate === "INVALID") return [];
    const row = statementRow(said, { ...holders, asked, fate });
    await insertAnswers(queries, [row]);
    return [row.id];
  };
  const [row] = await answersById(queries, await once(queries, order, { work, logged }));
  return row?.fate ?? "INVALID";
}

/** Changes a fact where the person says it of the own file and the owner lets people change it themselves; else it is a dispute of it. */
async function takenFact(
  queries: Queries,
  { definition, request: { reader }, isOwn, subjects, asked: { form, isRestricted } }: Terms,
  { coordinate, concept: code, value }: SaidFact,
): Promise<"RECEIVED" | "CHANGED" | "INVALID"> {
  const found = subjects.get(entityOf(coordinate) ?? "Entrepreneur");
  // That a form of the difficulty centre was filled in is told to nobody who reads a telephone number (J09).
  const formCode = isRestricted ? null : form;
  const concept = conceptList.concepts.get(code);
  if (!found || !concept) return "INVALID";
  const { own = [], changes = {} } = definition.facts ?? {};
  const change = isOwn && own.includes(coordinate) ? changes[coordinate] : undefined;
  if (!change) {
    const said = { fact: { coordinate, concept }, found, value, statement: null, isOwn, formCode };
    await keepDispute(queries, reader, said, "OPEN");
    return "RECEIVED";
  }
  const changed = await change(queries, found.subject.id, value);
  if (!changed) return "INVALID";
  await keepChange(queries, { ...whoseRows(found), coordinate, changed, reader, formCode, source: "INTAKE" });
  return "CHANGED";
}

interface StatementTerms extends AskedHolders {
  readonly asked: SubmitForm;
  readonly fate: "RECEIVED" | "CHANGED";
}

function statementRow(
  { concept, coordinate, value }: SaidFact,
  { asked, fate, ...holders }: StatementTerms,
): NewAnswer {
  return {
    id: newId(),
    ...holders,
    submissionId: null,
    key: asked.idempotencyKey,
    concept,
    coordinate,
    fate,
    value,
    category: "INTAKE_ANSWER",
    existence: "INTAKE_ANSWER",
    about: "PERSON",
    formCode: asked.form,
    agencyCode: asked.agency,
    validUntil: null,
  };
}
