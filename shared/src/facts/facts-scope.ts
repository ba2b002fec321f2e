import type { LogTarget } from "../access-log/request-log.js";
import { conceptList, type Concept } from "../concepts/concept-list.js";
import type { Database } from "../database.js";
import type { PolicyCopy } from "../feed/policy-copy.js";
import type { RequestScope } from "../server/context.js";
import type { SubgraphDefinition } from "../subgraph.js";
import { mayRead, type Subject } from "../visibility/may-read.js";
import type { FactEntity, FactHolder, FactSubject } from "./facts-kept.js";

/** With what an owner's part in corrections works for one request. */
export interface FactsScope {
  readonly definition: Pick<SubgraphDefinition, "facts">;
  readonly database: Database;
  readonly policy: PolicyCopy;
  readonly request: RequestScope;
  readonly target: LogTarget;
  /** The category of a field of this owner's schema; null where it has no such field. */
  readonly categoryOf: (coordinate: string) => string | null;
}

/** A fact that this owner keeps and that no register holds. */
export interface OwnFact {
  readonly coordinate: string;
  readonly concept: Concept;
  readonly category: string;
}

const withFact = [...conceptList.concepts.values()].filter(({ fact }) => fact !== undefined);
const concepts = withFact.filter(({ source }) => conceptList.sources.get(source)?.register === false);

/** The facts that this owner keeps. */
export function ownFactsOf({ categoryOf }: FactsScope): OwnFact[] {
  return concepts.flatMap((concept) => {
    const category = concept.fact === undefined ? null : categoryOf(concept.fact);
    return concept.fact === undefined || category === null ? [] : [{ coordinate: concept.fact, concept, category }];
  });
}

/** One of them; undefined where it is none. */
export function ownFactOf(scope: FactsScope, coordinate: string): OwnFact | undefined {
  return ownFactsOf(scope).find((fact) => fact.coordinate === coordinate);
}

/** A fact of which this owner tells the history: its own, or one that it takes over from a register; undefined where it is neither. */
export function toldFactOf({ categoryOf }: FactsScope, coordinate: string): OwnFact | undefined {
  const concept = withFact.find(({ fact }) => fact === coordinate);
  const category = concept ? categoryOf(coordinate) : null;
  return concept && category !== null ? { coordinate, concept, category } : undefined;
}

/** The coordinates of those that the reader may read of a subject: what stands beside any other does not exist for the reader. */
export async function readableFacts(scope: FactsScope, subject: Subject): Promise<string[]> {
  const { policy, request } = scope;
  const allowed = await Promise.all(
    ownFactsOf(scope).map(async ({ coordinate, category }) =>
      (await mayRead(request.reader, category, subject, policy)) ? [coordinate] : [],
    ),
  );
  return allowed.flat();
}

/** An entity, and every key under which rows about it may stand. */
export interface FoundSubject {
  readonly type: FactEntity;
  readonly keys: readonly string[];
  readonly subject: FactSubject;
}

/** The entity that a key names, under whatever id; null where this owner has none. */
export async function subjectOf(
  { definition, database, policy }: Pick<FactsScope, "definition" | "database" | "policy">,
  { type, id }: FactHolder,
): Promise<FoundSubject | null> {
  const read = definition.facts?.subjects[type];
  if (!read) return null;
  const { canonicalId, ids } = type === "Entrepreneur" ? await policy.identity(id) : { canonicalId: id, ids: [id] };
  const subject = await read(database, canonicalId);
  return subject && { type, keys: ids, subject };
}

/** Whose rows a subject's corrections are: a project's are its person's too, and never its enterprise's (J12). */
export function whoseRows({ type, subject }: FoundSubject): {
  readonly entrepreneurId: string | null;
  readonly enterpriseNumber: string | null;
  readonly projectId: string | null;
} {
  return {
    entrepreneurId: type === "Enterprise" ? null : subject.entrepreneurId,
    enterpriseNumber: type === "Enterprise" ? subject.id : null,
    projectId: type === "Project" ? subject.id : null,
  };
}
