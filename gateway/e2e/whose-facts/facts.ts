/** What the tests of corrections ask, and what comes back. */
import { newId } from "@parcours/shared/ids";
import type { Answer, List } from "../asking.js";
import type { Asking, EndToEnd } from "../harness.js";

/** A dispute as the client reads it. */
export interface SaidDispute {
  readonly id: string;
  readonly coordinate: string;
  readonly state: string;
  readonly value: unknown;
  readonly statement: string | null;
  readonly author: string;
  readonly authorAgency: { readonly code: string } | null;
  readonly form: string | null;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly owner: { readonly code: string };
  readonly reason: string | null;
  readonly isChanged: boolean;
  readonly version: number;
}

/** What an act on a dispute answers. */
export interface DisputeActed {
  readonly dispute: SaidDispute | null;
  readonly corrections: string | null;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

/** A page of disputes. */
export type DisputePage = List<SaidDispute> & { readonly silentOwners: readonly string[] };

/** A fact with its history. */
export interface SaidHistory {
  readonly value: unknown;
  readonly isAnswered: boolean;
  readonly corrections: string | null;
  readonly rights: readonly string[];
  readonly origin: {
    readonly at: string;
    readonly value: unknown;
    readonly agency: { readonly code: string } | null;
    readonly source: { readonly code: string };
  } | null;
  readonly edges: readonly {
    readonly node: {
      readonly former: unknown;
      readonly value: unknown;
      readonly author: string;
      readonly agency: { readonly code: string } | null;
      readonly form: string | null;
      readonly disputeId: string | null;
    };
  }[];
}

const said =
  "id coordinate state value statement author authorAgency { code } form dueOn isOverdue owner { code } reason isChanged version";
const page = `silentOwners edges { cursor node { ${said} } } pageInfo { hasNextPage endCursor }`;

/** Asks about facts and their disputes. */
export class Facts {
  constructor(private readonly all: EndToEnd) {}

  /** Disputes a fact. */
  async dispute(input: object, asking: Asking): Promise<DisputeActed> {
    const text = `mutation Dispute($input: DisputeFactInput!) { disputeFact(input: $input) { corrections dispute { ${said} } errors { code message } } }`;
    const variables = { input: { idempotencyKey: newId(), statement: "This is not so.", ...input } };
    return (await this.all.ask<{ disputeFact: DisputeActed }>(text, variables, asking)).data.disputeFact;
  }

  /** Answers one. */
  async answer({ id, coordinate, version }: SaidDispute, input: object, asking: Asking): Promise<DisputeActed> {
    const text = `mutation Answer($input: AnswerDisputeInput!) { answerDispute(input: $input) { corrections dispute { ${said} } errors { code message } } }`;
    const asked = {
      idempotencyKey: newId(),
      disputeId: id,
      coordinate,
      version,
      reason: "Seen in the file.",
      ...input,
    };
    return (await this.all.ask<{ answerDispute: DisputeActed }>(text, { input: asked }, asking)).data.answerDispute;
  }

  /** A person's disputes beside a fact. */
  async ofPerson(
    id: string,
    asking: Asking,
  ): Promise<Answer<{ entrepreneur: { familyName: string; disputes: DisputePage | null } | null }>> {
    return this.all.ask(
      `query Disputes($id: ID!) { entrepreneur(id: $id) { familyName disputes(first: 50) { ${page} } } }`,
      { id },
      asking,
    );
  }

  /** What an agency has to answer. */
  async open(agency: string, asking: Asking): Promise<Answer<{ openDisputes: DisputePage | null }>> {
    const text = `query Open($agency: ID!) { openDisputes(agency: $agency, first: 100) { ${page} } }`;
    return this.all.ask(text, { agency }, asking);
  }

  /** What a fact was. */
  async history(
    coordinate: string,
    holder: object,
    asking: Asking,
  ): Promise<Answer<{ factHistory: SaidHistory | null }>> {
    const text = `query History($coordinate: ID!, $entrepreneurId: ID, $enterpriseNumber: String, $projectId: ID) {
      factHistory(coordinate: $coordinate, entrepreneurId: $entrepreneurId, enterpriseNumber: $enterpriseNumber, projectId: $projectId, first: 50) {
        value isAnswered corrections rights origin { at value agency { code } source { code } }
        edges { node { former value author agency { code } form disputeId } } } }`;
    return this.all.ask(text, { coordinate, ...holder }, asking);
  }
}
