/** A copy of all that the owners hold of a person, made through the graph in the name of who asks (design 7; GDPR 15). */
import { agencyReference } from "@parcours/shared/graphql/entities";
import { idAsked } from "@parcours/shared/ids";
import type { Language } from "@parcours/shared/languages";
import type { RequestScope } from "@parcours/shared/server/context";
import { notShared } from "@parcours/shared/visibility/may-read";
import { isNonNullType } from "graphql";
import type { Graph } from "../graph.js";
import type { Owners } from "../owners.js";
import { DossierDocument } from "./dossier-document.js";
import { DossierOwnerState } from "./dossier-export.type.js";
import type { DossierExport } from "./dossier-export.type.js";
import { dossierPage } from "./dossier-page.js";
import type { DossierCopy } from "./dossier-page.js";
import { planDossier } from "./dossier-plan.js";
import type { DossierPlan, RootPlan } from "./dossier-plan.js";
import { DossierReader } from "./dossier-reader.js";
import type { ReadRoot } from "./dossier-reader.js";
import { DossierSchema } from "./dossier-schema.js";
import { ReadingBudget } from "./reading-limits.js";
import type { RunningExports } from "./running-exports.js";

/** A supergraph, and what a copy asks of it: made when the first copy is. */
export class DossierBlueprint {
  #made: { readonly schema: DossierSchema; readonly plan: DossierPlan } | undefined;

  constructor(private readonly supergraphSdl: string) {}

  /** Some 100 ms the first time. */
  get(): { readonly schema: DossierSchema; readonly plan: DossierPlan } {
    if (!this.#made) {
      const schema = new DossierSchema(this.supergraphSdl);
      this.#made = { schema, plan: planDossier(schema) };
    }
    return this.#made;
  }
}

/** What is asked. */
export interface DossierOrder {
  readonly language: Language;
  /** The person; null for who is signed in. */
  readonly entrepreneurId: string | null;
}

/** Makes copies for one request. */
export class DossierExportService {
  constructor(
    private readonly owners: Owners,
    private readonly graph: (language: Language) => Graph,
    private readonly blueprint: DossierBlueprint,
    private readonly running: RunningExports,
  ) {}

  /**
   * Makes one, of each person one at a time. Errors: NOT_SHARED, ID_INVALID, DOSSIER_EXPORT_RUNNING; an owner that is silent, and what a limit
   * left out, is named in the copy. Stops when who asked has gone.
   */
  async make({ language, entrepreneurId }: DossierOrder, { reader, looks }: RequestScope): Promise<DossierExport> {
    const isOwn = reader.role === "ENTREPRENEUR";
    const asked = entrepreneurId === null ? null : idAsked(entrepreneurId);
    const id = isOwn ? reader.entrepreneurId : asked;
    if (!id || (isOwn && asked !== null && asked !== id)) {
      // Another's file: refused here, so that no owner is asked, and in the log all the same.
      looks.note({ entrepreneurId: asked }, "DOSSIER_EXPORT", false, null);
      throw notShared("DOSSIER_EXPORT");
    }
    return this.running.alone(id, () => this.#makeOf(id, language));
  }

  async #makeOf(id: string, language: Language): Promise<DossierExport> {
    const { schema, plan } = this.blueprint.get();
    const [rootOwner = ""] = schema.ownersOf("Query", plan.person.field);
    const budget = new ReadingBudget(this.running.limits, this.owners.signal);
    const dossier = new DossierReader(this.graph(language), rootOwner, budget);
    const person = await dossier.root(plan.person, id, argumentType(schema, plan.person));
    const enterprises: ReadRoot[] = [];
    for (const number of numbersIn(person))
      enterprises.push(await dossier.root(plan.enterprise, number, argumentType(schema, plan.enterprise)));
    const document = new DossierDocument(schema, idsIn(person, id));
    const generatedAt = new Date();
    const states = this.#states(dossier.silent);
    const copy: DossierCopy = {
      generatedAt: generatedAt.toISOString(),
      language,
      owners: states.map(({ owner, agencies, state }) => ({ owner, agencies, state })),
      records: [person, ...enterprises].flatMap((root) => document.ofRoot(root)),
      withheld: [...dossier.withheld].map(([field, category]) => ({ field, category })),
      cut: budget.cut,
    };
    return {
      generatedAt,
      json: JSON.stringify(copy),
      html: dossierPage(copy),
      cut: budget.cut,
      owners: states.map(({ agencies, ...state }) => ({ ...state, agencies: agencies.map(agencyReference) })),
    };
  }

  #states(silent: ReadonlySet<string>) {
    return this.owners.names.map((owner) => ({
      owner,
      agencies: this.owners.agenciesOf(owner),
      state: silent.has(owner) ? DossierOwnerState.NOT_ANSWERED : DossierOwnerState.ANSWERED,
    }));
  }
}

/** Every id of the person: a merge of two files rewrites no row, but all are handed out under the id in use. */
function idsIn({ data }: ReadRoot, asked: string): string[] {
  const { id, formerIds } = data as { readonly id?: string; readonly formerIds?: readonly string[] | null };
  return [asked, ...(id ? [id] : []), ...(formerIds ?? [])];
}

/** Enterprises in which the person has or had a mandate. */
function numbersIn({ lists }: ReadRoot): string[] {
  const mandates = lists.find(({ plan }) => plan.path.join(".") === "mandateHistory")?.records ?? [];
  const numbers = mandates.flatMap(({ data }) => {
    const enterprise = data["enterprise"] as { readonly number?: string } | null | undefined;
    return enterprise?.number ?? [];
  });
  return [...new Set(numbers)];
}

function argumentType({ schema }: DossierSchema, { field, argument }: RootPlan): string {
  const type = schema
    .getQueryType()
    ?.getFields()
    [field]?.args.find(({ name }) => name === argument)?.type;
  if (!type || !isNonNullType(type)) throw new Error(`the graph has no ${field}(${argument})`);
  return String(type);
}
