/** What a fact was, by whom and since when: for whoever reads the fact today (design 7; J29, R08). */
import { DomainError } from "@parcours/shared/errors";
import { correctionErrors } from "@parcours/shared/facts/correction.errors";
import type { FactHolder } from "@parcours/shared/facts/facts-kept";
import type { ToldChange, ToldHistory } from "@parcours/shared/facts/facts-request";
import { codeOf } from "@parcours/shared/graphql/code";
import { agencyReference } from "@parcours/shared/graphql/entities";
import type { DescribedFact } from "@parcours/shared/intake/described-form";
import type { Language } from "@parcours/shared/languages";
import { UserFault } from "@parcours/shared/mutations/user-error";
import { pageOf, type PageRequest } from "@parcours/shared/paging";
import type { RequestScope } from "@parcours/shared/server/context";
import { categoryLabels } from "@parcours/shared/visibility/category-labels";
import { notShared } from "@parcours/shared/visibility/may-read";
import { shownValue } from "../export/shown-value.js";
import type { Graph } from "../graph.js";
import { rightsOf } from "../intake/fact-state.rules.js";
import { FactsRead } from "../intake/read-facts.js";
import type { OwnerAnswer, Owners } from "../owners.js";
import { factSources } from "./correction.labels.js";
import type { DescribedFacts } from "./described-facts.js";
import { FactAuthor } from "./dispute.type.js";
import { holderNamed, type NamedHolders } from "./fact-holder.js";
import { factOperation } from "./fact-operation.js";
import type { FactChange, FactHistory, FactOrigin } from "./history.type.js";

const noPage = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } as const;

/** Histories, for one request. */
export class FactHistoryService {
  constructor(
    private readonly owners: Owners,
    private readonly graph: Graph,
    private readonly facts: DescribedFacts,
  ) {}

  /** A fact with its history. Errors: FACT_UNKNOWN, FACT_HOLDER_REQUIRED, NOT_SHARED; an owner that is silent is said so in the answer. */
  async of(
    coordinate: string,
    named: NamedHolders,
    { page, request }: { readonly page: PageRequest; readonly request: RequestScope },
  ): Promise<FactHistory> {
    if (request.accessFault) throw request.accessFault;
    const fact = this.facts.of(coordinate);
    if (!fact) throw new DomainError(correctionErrors.FACT_UNKNOWN);
    const holder = holderAsked(coordinate, named);
    const operation = factOperation(fact, holder);
    const [answer, kept] = await Promise.all([this.graph.ask(operation), this.#kept(fact, holder, page)]);
    const read = new FactsRead(answer, operation);
    const { value, fault } = read.of(fact);
    const { register } = fact.source;
    // An enterprise that a register does not hold has no history there; that is no secret.
    if (fault === "WITHHELD" || (kept?.status === 403 && !register)) throw notShared(fact.category);
    const isAnswered = fault === null && (kept?.status === 200 || (kept?.status === 403 && register));
    const about = { ...aboutFact(fact, request), isAnswered };
    if (!isAnswered) return { ...about, rights: [], value: null, text: null, origin: null, ...noPage };
    const shown = { value, text: value === null ? null : shownValue(value, request.language) };
    const day = read.provenanceOf(fact);
    if (kept?.status !== 200) return { ...about, ...shown, origin: registerOrigin(fact, value, day), ...noPage };
    const { changes, origin: told } = kept.body as ToldHistory;
    const rows = changes.map((change) => changeOf(change, fact, request.language));
    const origin = register ? registerOrigin(fact, value, told.isChanged ? null : day) : originOf(told, value);
    return { ...about, ...shown, origin, ...pageOf(rows, page, ({ at, id }) => ({ at, id })) };
  }

  /** What the owner kept: what was changed here, and what the extracts of a register said otherwise. */
  async #kept(fact: DescribedFact, holder: FactHolder, { first, after }: PageRequest): Promise<OwnerAnswer> {
    const place = after && { at: after.at.toISOString(), id: after.id };
    const { owner, coordinate } = fact;
    return this.owners.post(owner, "/facts", { action: "HISTORY", holder, coordinate, first: first + 1, place });
  }
}

function holderAsked(coordinate: string, named: NamedHolders): FactHolder {
  try {
    return holderNamed(coordinate, named);
  } catch (error) {
    if (error instanceof UserFault) throw new DomainError(correctionErrors.FACT_HOLDER_REQUIRED);
    throw error;
  }
}

function aboutFact(
  fact: DescribedFact,
  { reader }: RequestScope,
): Pick<FactHistory, "coordinate" | "concept" | "owner" | "authenticSource" | "corrections" | "category" | "rights"> {
  const { coordinate, concept, label, owner, source, category } = fact;
  return {
    coordinate,
    concept: codeOf({ [concept]: label }, concept),
    owner,
    authenticSource: codeOf({ [source.code]: source.names }, source.code),
    corrections: source.corrections ?? null,
    category: codeOf(categoryLabels, category),
    rights: rightsOf(fact, reader),
  };
}

function changeOf(
  { former, value, agencyCode, formCode, ...told }: ToldChange,
  { source }: DescribedFact,
  language: Language,
): FactChange {
  const registers = source.register ? { [source.code]: source.names } : {};
  return {
    id: told.id,
    at: new Date(told.at),
    former,
    formerText: former === null ? null : shownValue(former, language),
    value,
    text: value === null ? null : shownValue(value, language),
    author: FactAuthor[told.author],
    agency: agencyCode === null ? null : agencyReference(agencyCode),
    source: codeOf({ ...factSources, ...registers }, told.source),
    form: formCode,
    extract: told.extract,
    disputeId: told.disputeId,
  };
}

function originOf({ at, agencyCode, source, isChanged, value }: ToldHistory["origin"], today: unknown): FactOrigin {
  const began = isChanged ? value : today;
  return { at: new Date(at), agency: agencyReference(agencyCode), source: codeOf(factSources, source), value: began };
}

function registerOrigin({ source }: DescribedFact, value: unknown, day: string | null): FactOrigin | null {
  const register = codeOf({ [source.code]: source.names }, source.code);
  return day === null ? null : { at: new Date(day), agency: null, source: register, value };
}
