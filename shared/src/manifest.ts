/**
 * A subgraph's whole registration: the `subgraph` block of its package.json. Adding a subgraph is adding a folder with one;
 * discovery (`scripts/lib/discover-subgraphs.ts`) is the only code that lists them.
 */
import type { LocalizedText } from "./languages.js";

/** What an agency does for an entrepreneur. `REGISTRY` stands for the authentic sources, which help nobody and only know facts. */
export type Pole = "FRONT_DOOR" | "COACHING" | "FINANCING" | "HOUSING" | "REGISTRY" | (string & {});

/** A body whose dossiers a subgraph keeps. */
export interface AgencyManifest {
  /** Capitals, digits and underscores; never reused: `INNOVIRIS`. */
  readonly code: string;
  readonly names: Required<LocalizedText>;
  readonly pole: Pole;
  /** First day of existence under this name, `2018-01-01`. */
  readonly validFrom: string;
  /** Last day under this name; absent while it exists. */
  readonly validTo?: string;
  /** Code of the body it went up in (R68). Its rows keep the old code. */
  readonly successor?: string;
  /** Since when the policy feed is served to it; absent means it may read nothing but the catalogue (J16). */
  readonly admittedAt?: string;
  /** An authority whose awards are known from a public register but that is no partner: it has no row in `presence`. */
  readonly external?: boolean;
}

/** A GraphQL type of this subgraph that the directory lists. */
export interface EntryTypeManifest {
  /** The type's name in the graph: `CoachingDossier`. */
  readonly type: string;
  /** Whether it stands in `timeline`. */
  readonly timeline: boolean;
  /** Whether it stands in `supports`: granted or running help only. */
  readonly support: boolean;
  /** Whether each is granted help itself, which extends `GrantedEntry`: its pointer fields are SUPPORT_GRANTED, those of others DOSSIER_HEADER. */
  readonly granted?: true;
}

/** A kind of entry: what the reader sees and filters on. Several kinds may share a type. */
export interface EntryKindManifest {
  readonly code: string;
  readonly type: string;
  readonly labels: Required<LocalizedText>;
}

/** What a subgraph may say that its feed carries. `POINTER`: where something is. `POLICY`: who may. `CONTACT`: public contact points of enterprises. */
export type DeclaredTopic = "POINTER" | "POLICY" | "CONTACT";

/** What a feed carries. `LOG_ROOT`: the signed daily roots of the access log, which nobody declares and everybody keeps of all others. */
export type FeedTopic = DeclaredTopic | "LOG_ROOT";

/** The `subgraph` block of a package.json. */
export interface SubgraphManifest {
  /** Loopback port in the demonstration. */
  readonly port: number;
  /** Name of its database. */
  readonly database: string;
  /** True for the one subgraph that owns the roots and the directory. */
  readonly spine?: true;
  readonly feeds: readonly DeclaredTopic[];
  readonly agencies: readonly AgencyManifest[];
  readonly entryTypes: readonly EntryTypeManifest[];
  readonly entryKinds: readonly EntryKindManifest[];
}

/** Every topic that a subgraph serves: what it declares, and the roots of its log. */
export function feedsOf({ feeds }: Pick<SubgraphManifest, "feeds">): readonly FeedTopic[] {
  return [...feeds, "LOG_ROOT"];
}
