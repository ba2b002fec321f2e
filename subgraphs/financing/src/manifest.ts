import { kindLabels } from "@parcours/shared/graphql/entry";
import { readManifest } from "@parcours/shared/subgraph";

/** Financing's registration in its package.json. */
export const manifest = readManifest(import.meta.url);

/** Labels of financing's kinds of entry. */
export const kinds = kindLabels(manifest.entryKinds);
