/** The answers to the operations of this folder, as far as its test reads them. */
import type { List } from "../asking.js";

type Coded = { readonly code: string; readonly label?: string };
type Entry = { readonly id: string };

/** person.graphql */
export interface PersonAnswer {
  readonly entrepreneur: {
    readonly id: string;
    readonly formerIds: readonly string[];
    readonly mandates: readonly {
      readonly since: string;
      readonly until: string | null;
      readonly enterprise: { readonly number: string };
    }[];
    readonly timeline: List<
      Entry & { readonly __typename: string; readonly agency: Coded & { readonly successor: Coded | null } }
    >;
    readonly supports: List<Entry>;
    readonly coaching: {
      readonly dossiers: List<Entry & { readonly entrepreneur: Entry }>;
      readonly enrolments: List<Entry>;
    };
    readonly presence: readonly { readonly agency: Coded; readonly state: string }[];
  };
}

/** enterprise.graphql */
export interface EnterpriseAnswer {
  readonly enterprise: {
    readonly number: string;
    readonly registryState: string | null;
    readonly name: string | null;
    readonly startDate: string | null;
    readonly legalForm: Coded | null;
    readonly legalSituation: Coded | null;
    readonly address: object | null;
    readonly supports: List<
      Entry & {
        readonly agency: Coded & { readonly pole: Coded };
        readonly since: string | null;
        readonly active: boolean;
      }
    >;
    readonly coaching: { readonly dossiers: List<Entry> } | null;
    readonly financing: object | null;
    readonly housing: object | null;
  };
}
