/** What the tests of projects ask, and what comes back. */
import { newId } from "@parcours/shared/ids";
import type { Asking, EndToEnd } from "../harness.js";

/** A project as the client reads it. */
export interface SaidProject {
  readonly id: string;
  readonly version: number;
  readonly title: string | null;
  readonly pitch: string | null;
  readonly pitchLanguage: string | null;
  readonly numberSince: string | null;
  readonly enterprise: { readonly number: string } | null;
  readonly agency: { readonly code: string };
}

/** What an act on a project answers. */
export interface ProjectActed {
  readonly project: SaidProject | null;
  readonly errors: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const said = "id version title pitch pitchLanguage numberSince enterprise { number } agency { code }";
const inputs = {
  registerProject: "RegisterProjectInput",
  changeProject: "ChangeProjectInput",
  linkProjectToEnterprise: "LinkProjectInput",
} as const;

/** Does an act on a project; with a key of its own where none is given. */
export async function act(
  all: EndToEnd,
  mutation: keyof typeof inputs,
  input: object,
  asking: Asking,
): Promise<ProjectActed> {
  const text = `mutation Act($input: ${inputs[mutation]}!) { ${mutation}(input: $input) { project { ${said} } errors { code path } } }`;
  const variables = { input: { idempotencyKey: newId(), ...input } };
  const { data, errors } = await all.ask<Record<string, ProjectActed | null>>(text, variables, asking);
  const done = data?.[mutation];
  if (!done) throw new Error(`${mutation} was not answered: ${JSON.stringify(errors)}`);
  return done;
}
