import { readManifest } from "@parcours/shared/subgraph";

/** Registry's registration in its package.json. */
export const manifest = readManifest(import.meta.url);
