/** The answers to the operations of this folder, as far as its test reads them. */
import type { List } from "../asking.js";

type Coded = { readonly code: string; readonly label?: string };
type Entry = { readonly id: string };

/** look-up.graphql */
export interface LookUpAnswer {
  readonly caller: {
    readonly outcome: string;
    readonly entrepreneur: { readonly id: string; readonly displayName: string } | null;
    readonly enterprise: { readonly number: string; readonly name: string | null } | null;
    readonly candidates: readonly {
      readonly entrepreneurId: string | null;
      readonly enterpriseNumber: string | null;
      readonly displayName: string;
      readonly municipality: string | null;
      readonly reasons: readonly string[];
    }[];
    readonly more: boolean;
  };
}

/** candidate.graphql */
export interface CandidateAnswer {
  readonly caller: {
    readonly outcome: string;
    readonly enterprise: { readonly number: string } | null;
    readonly entrepreneur: {
      readonly id: string;
      readonly preferredLanguage: string;
      readonly mandates: readonly object[];
      readonly projects: List<
        Entry & {
          readonly title: string;
          readonly stage: Coded;
          readonly numberSince: string | null;
          readonly enterprise: object | null;
        }
      >;
      readonly timeline: List<Entry & { readonly kind: Coded; readonly label: string }>;
      readonly coaching: {
        readonly dossiers: List<Entry & { readonly enterprise: object | null; readonly referral: object | null }>;
        readonly testPhases: List<{ readonly host: Coded; readonly project: Entry }>;
      };
      readonly financing: { readonly applications: List<Entry & { readonly enterprise: object | null }> };
    } | null;
  };
}

/** catalogue.graphql */
export interface CatalogueAnswer {
  readonly supportServices: readonly {
    readonly code: string;
    readonly name: string;
    readonly stages: readonly Coded[];
    readonly languages: readonly Coded[];
  }[];
}
