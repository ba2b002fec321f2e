import { kindLabels } from "@parcours/shared/graphql/entry";
import { readManifest } from "@parcours/shared/subgraph";

/** Housing's registration in its package.json. */
export const manifest = readManifest(import.meta.url);

/** Labels of housing's kinds of entry. */
export const kinds = kindLabels(manifest.entryKinds);
