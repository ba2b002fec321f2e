import { kindLabels } from "@parcours/shared/graphql/entry";
import { readManifest } from "@parcours/shared/subgraph";

/** The front door's registration in its package.json. */
export const manifest = readManifest(import.meta.url);

/** Labels of the front door's own kinds of entry. */
export const kinds = kindLabels(manifest.entryKinds);
