/** Where the verbs find the documents that a subgraph keeps: what its own process is told as `DOCUMENT_STORE`. */
import { asStoreSetting } from "@parcours/shared/documents/document-store";
import { CommandFailed, messageOf } from "./command-failed.js";
import { environmentName } from "./discover-subgraphs.js";

/** Where a subgraph keeps documents below a folder that several share, as `start` and the tests have it. */
export function heldBelow(documentFolder: string, name: string): string {
  return `${documentFolder}/${name}/held`;
}

/** The setting that tells a verb where a subgraph in production keeps documents. */
export function documentStoreVariable(name: string): string {
  return `DOCUMENT_STORE_${environmentName(name)}`;
}

/** What that setting says; undefined where it is not set. @throws CommandFailed that says what is wrong with it */
export function documentStoreIn(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const variable = documentStoreVariable(name);
  const text = environment[variable];
  if (!text) return undefined;
  try {
    return asStoreSetting(text);
  } catch (error) {
    throw new CommandFailed(`${variable} is wrong: ${messageOf(error)}`);
  }
}
