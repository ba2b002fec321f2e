/**
 * What is held of the documents that a form asks for: asked of the directory and of the form's own subgraph at once, and then of whoever the
 * directory names, in the name of who fills in the form. The same versions stand for what is asked as for an offer of `provideDocument` (R01).
 */
import type { ToldStanding } from "@parcours/shared/documents/asked-documents";
import { isRestrictedOffer, type DocumentScope } from "@parcours/shared/documents/document.rules";
import type { ToldDocument } from "@parcours/shared/documents/told-document";
import type { DescribedForm } from "@parcours/shared/intake/described-form";
import type { FormDocument } from "@parcours/shared/intake/form";
import { brusselsDate } from "@parcours/shared/periods";
import type { Reader } from "@parcours/shared/visibility/reader";
import type { Graph } from "../graph.js";
import type { Owners } from "../owners.js";
import {
  documentsInDirectory,
  type DirectoryAnswer,
  type PointedTo,
  type PointedVersion,
} from "./directory-documents.js";
import { documentState, scopeOf, type DocumentState, type FoundVersion } from "./document-state.rules.js";
import { canBeGranted, IntakeState } from "./fact-state.rules.js";
import type { IntakeHolders } from "./form-operation.js";
import type { LinkedProjects } from "./linked-projects.js";

/** A document of a form, and what is known of it. */
export interface ReadDocument extends DocumentState {
  readonly document: FormDocument;
  readonly scope: DocumentScope;
  /** Category of the access matrix that decides who reads it. */
  readonly category: "DOCUMENT" | "DIFFICULTY_CASE";
  /** Where it is PENDING: the subgraph that is silent; null where that is the directory. */
  readonly silentOwner: string | null;
}

type Wanted = PointedTo & { readonly document: FormDocument; readonly isRestricted: boolean };
/** What one subgraph told; null where it is silent. */
type Told = readonly ToldDocument[] | null;

const nobodySilent: DirectoryAnswer = { isSilent: false, versions: [] };

/** Finds documents for one request. */
export class AskedDocuments {
  constructor(
    private readonly owners: Owners,
    private readonly graph: Graph,
  ) {}

  /** For every document of a form, in its order. @param became what the project became, where only the project was named */
  async of(
    form: DescribedForm,
    holders: IntakeHolders,
    became: Became,
    reader: Reader,
  ): Promise<readonly ReadDocument[]> {
    const wanted = form.documents.map((document): Wanted => ({
      document,
      type: document.type,
      ...scopeOf(document.about, holders),
      projectEnterprise: document.about === "PROJECT" ? became.enterpriseNumber : null,
      isRestricted: isRestrictedOffer({ agency: form.agency, documentType: document.type, isRestricted: false }),
    }));
    if (wanted.length === 0) return [];
    const today = brusselsDate(new Date());
    const named = { ...holders, Enterprise: holders.Enterprise ?? became.enterpriseNumber };
    // What is restricted has no pointer, and what has one stands for nothing restricted.
    const pointed = wanted.filter(({ isRestricted }) => !isRestricted);
    const [directory, own] = await Promise.all([
      pointed.length === 0 ? nobodySilent : documentsInDirectory(this.graph, named, pointed, today),
      this.#standing(form.owner, form, holders, wanted),
    ]);
    const told = new Map<string, Told>([
      ...(await this.#elsewhere(form, holders, pointed, directory)),
      [form.owner, own],
    ]);
    return wanted.map((one) => this.#read(one, { form, directory, told, reader, today, became }));
  }

  /** Whoever else the directory names: its word may be a moment old, and only the holder can hand the document on. */
  async #elsewhere(
    form: DescribedForm,
    holders: IntakeHolders,
    wanted: readonly Wanted[],
    { versions }: DirectoryAnswer,
  ): Promise<(readonly [string, Told])[]> {
    const named = new Map<string, Set<string>>();
    for (const { agency, type, isValid } of versions) {
      const owner = this.#ownerOf(agency);
      if (owner === undefined || owner === form.owner || !isValid) continue;
      named.set(owner, (named.get(owner) ?? new Set()).add(type));
    }
    return Promise.all(
      [...named].map(async ([owner, types]) => {
        const there = wanted.filter(({ type }) => types.has(type));
        return [owner, await this.#standing(owner, form, holders, there)] as const;
      }),
    );
  }

  async #standing(
    owner: string,
    { agency }: DescribedForm,
    { Entrepreneur: entrepreneurId }: IntakeHolders,
    wanted: readonly Wanted[],
  ): Promise<Told> {
    const documents = wanted.map(({ type, enterpriseNumber, projectId }) => ({ type, enterpriseNumber, projectId }));
    const answer = await this.owners.post(owner, "/documents/standing", { entrepreneurId, agency, documents });
    if (answer?.status === 403) return [];
    return answer?.status === 200 ? (answer.body as ToldStanding).documents : null;
  }

  #read(wanted: Wanted, found: Found): ReadDocument {
    const { document, type, isRestricted, enterpriseNumber, projectId } = wanted;
    const { form, directory, told, reader, today, became } = found;
    const category = isRestricted ? "DIFFICULTY_CASE" : "DOCUMENT";
    const pointed = directory.versions.filter((version) => version.type === type);
    const isOwnSilent = told.get(form.owner) === null;
    const state = documentState(
      {
        versions: this.#versionsOf(type, pointed, told),
        isSilent:
          isOwnSilent || (!isRestricted && directory.isSilent) || (document.about === "PROJECT" && became.isSilent),
      },
      { mostMonths: document.mostMonths, today, canBeGranted: canBeGranted(category, reader) },
    );
    const holder = state.version && this.#ownerOf(state.version.agency);
    const silentOwner = state.state === IntakeState.PENDING ? (holder ?? (isOwnSilent ? form.owner : null)) : null;
    return { ...state, document, scope: { enterpriseNumber, projectId }, category, silentOwner };
  }

  /** A holder's own word counts before the directory's; what it no longer tells this reader is as if it were not there. */
  #versionsOf(type: string, pointed: readonly PointedVersion[], told: ReadonlyMap<string, Told>): FoundVersion[] {
    const confirmed = [...told.values()].flatMap((documents) => documents ?? []).filter((one) => one.type === type);
    const ids = new Set(confirmed.map(({ id }) => id));
    const others = pointed.filter(({ id, agency, isValid }) => {
      const answered = told.get(this.#ownerOf(agency) ?? "") ?? null;
      return !ids.has(id) && !(isValid && answered !== null);
    });
    return [...confirmed.map(confirmedVersion), ...others];
  }

  #ownerOf(agency: string): string | undefined {
    return this.owners.names.find((owner) => this.owners.agenciesOf(owner).includes(agency));
  }
}

/** What the project of a form became; silent where nobody says. */
type Became = Pick<LinkedProjects, "enterpriseNumber" | "isSilent">;

interface Found {
  readonly became: Became;
  readonly form: DescribedForm;
  readonly directory: DirectoryAnswer;
  readonly told: ReadonlyMap<string, Told>;
  readonly reader: Reader;
  readonly today: string;
}

function confirmedVersion({ agencyCode: agency, supersededBy, ...told }: ToldDocument): FoundVersion {
  const { id, version, validFrom, validUntil, receivedAt, providedTo, form } = told;
  const isReplaced = supersededBy !== null;
  return { id, agency, version, validFrom, validUntil, isReplaced, receivedAt, providedTo, form, isConfirmed: true };
}
