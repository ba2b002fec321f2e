/** The single desk as a data source of the gateway: its part of a plan is executed here, in this process. */
import type { GraphQLDataSource } from "@apollo/gateway";
import type { Language } from "@parcours/shared/languages";
import { requestScope } from "@parcours/shared/server/context";
import { Executor } from "@parcours/shared/server/executor";
import type { Answer, Operation } from "@parcours/shared/server/executor";
import type { Relations } from "@parcours/shared/visibility/may-read";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { readAnswer } from "../answer/subgraph-answer.js";
import type { SubgraphAnswer, SubgraphQuestion } from "../answer/subgraph-answer.js";
import type { AgenciesBySubgraph } from "../plugins/partial-failure.js";
import type { GatewayContext } from "../request-context.js";
import type { SubgraphLink } from "../subgraph-link.js";
import { DescribedFacts } from "./correction/described-facts.js";
import { DisputeService } from "./correction/dispute.service.js";
import { FactHistoryService } from "./correction/history.service.js";
import { deskName } from "./desk-address.js";
import type { DeskContext } from "./desk-context.js";
import { DocumentsService } from "./documents/documents.service.js";
import { ErasureService } from "./erasure/erasure.service.js";
import { DossierBlueprint, DossierExportService } from "./export/dossier-export.service.js";
import { RunningExports } from "./export/running-exports.js";
import type { GraphAnswer, GraphQuestion } from "./graph.js";
import { IntakeForms } from "./intake/intake-forms.js";
import { IntakeService } from "./intake/intake.service.js";
import { SubmissionService } from "./intake/submission.service.js";
import { SubmittedDocuments } from "./intake/submitted-documents.js";
import { LookupsService } from "./lookups/lookups.service.js";
import type { Owners } from "./owners.js";
import { tellRefusals } from "./refusals.js";

type ProcessOptions = Parameters<GraphQLDataSource<GatewayContext>["process"]>[0];
type ProcessResult = Awaited<ReturnType<GraphQLDataSource["process"]>>;

/** Whom the desk asks. */
export interface DeskOptions {
  readonly schema: GraphQLSchema;
  readonly links: ReadonlyMap<string, SubgraphLink>;
  readonly agencies: AgenciesBySubgraph;
  readonly supergraphSdl: string;
  /** The owner that knows who persons are. */
  readonly spine: string;
  /** Asks the whole graph in the name of a request. */
  readonly ask: (question: GraphQuestion, asker: GatewayContext) => Promise<GraphAnswer>;
  readonly logger: Logger;
}

/** Executes operations on the desk's schema. */
export class DeskSource implements GraphQLDataSource<GatewayContext> {
  readonly #executor: Executor;
  readonly #blueprint: DossierBlueprint;
  readonly #exports = new RunningExports();
  readonly #forms = new IntakeForms();
  readonly #facts = new DescribedFacts();

  constructor(private readonly options: DeskOptions) {
    this.#executor = new Executor(options.schema, options.logger);
    this.#blueprint = new DossierBlueprint(options.supergraphSdl);
  }

  async process(options: ProcessOptions): Promise<ProcessResult> {
    const context = options.context as GatewayContext;
    const { query = "", operationName, variables } = options.request;
    const operation = { query, ...(operationName && { operationName }), ...(variables && { variables }) };
    const owners = this.#ownersFor(context);
    const scope = this.#contextOf(context, owners);
    const answer = await this.#executor.execute(operation, scope);
    await tellRefusals(owners, this.options.spine, scope.request, query);
    const { data, errors, refusal, languages } = readOwn(answer, query, variables);
    for (const language of languages) context.report.fellBack(language);
    if (refusal) {
      const path = ("pathInIncomingRequest" in options ? options.pathInIncomingRequest : undefined) ?? [];
      const given = refusal.extensions?.["code"];
      const code = typeof given === "string" ? given : "INTERNAL";
      context.report.failures.push({ ...refusal, service: deskName, code, path, isSilence: false });
    }
    return errors.length > 0 ? { data, errors: [...errors] } : { data };
  }

  #contextOf(context: GatewayContext, owners: Owners): DeskContext {
    const { reader, language, requestId, hop } = context;
    const graph = { ask: (question: GraphQuestion) => this.options.ask(question, context) };
    const graphIn = (asked: Language) => ({
      ask: (question: GraphQuestion) => this.options.ask({ ...question, language: asked }, context),
    });
    const intakes = new IntakeService(owners, graph, this.#forms);
    const documents = new DocumentsService(owners, graph);
    return {
      policy: onlyOneself,
      request: requestScope({ reader, language, requestId, hop }),
      services: {
        lookups: new LookupsService(owners),
        erasures: new ErasureService(owners, graph, this.options.spine),
        dossierExports: new DossierExportService(owners, graphIn, this.#blueprint, this.#exports),
        documents,
        intakes,
        submissions: new SubmissionService(owners, intakes, new SubmittedDocuments(documents)),
        disputes: new DisputeService(owners, this.#facts),
        factHistories: new FactHistoryService(owners, graph, this.#facts),
      },
    };
  }

  #ownersFor(context: GatewayContext): Owners {
    const { links, agencies } = this.options;
    return {
      signal: context.signal,
      names: [...links.keys()].filter((name) => name !== deskName),
      agenciesOf: (owner) => agencies[owner] ?? [],
      post: async (owner, path, body) => (await links.get(owner)?.post(path, JSON.stringify(body), context)) ?? null,
    };
  }
}

/** An answer of the desk, told apart as a subgraph's is. */
function readOwn(answer: Answer, query: string, variables: Operation["variables"]): SubgraphAnswer {
  const representations = variables?.["representations"] as SubgraphQuestion["representations"];
  const read = readAnswer(answer, { query, ...(representations && { representations }) });
  if (!read) throw new Error("the desk gave no answer to what it was asked");
  return read;
}

/**
 * The desk has no copy of the policy: whether somebody is the person whose data are asked, or acts for the enterprise, is decided by each
 * owner, which knows every id the person ever had and every mandate. Here it is enough that the reader signed in as such; nothing of anybody is
 * kept in the desk.
 */
const onlyOneself: Relations = {
  holds: async (relation, { role }) =>
    (relation === "OWN" && role === "ENTREPRENEUR") || (relation === "MANDATARY" && role === "MANDATARY"),
};
