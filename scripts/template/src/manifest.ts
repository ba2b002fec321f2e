import { kindLabels } from "@parcours/shared/graphql/entry";
import { readManifest } from "@parcours/shared/subgraph";

/** This subgraph's registration in its package.json. */
export const manifest = readManifest(import.meta.url);

/** Labels of its kinds of entry. */
export const kinds = kindLabels(manifest.entryKinds);
