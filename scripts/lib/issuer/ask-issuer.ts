/** What the command line, tests and benches ask a running issuer. */
import type { DemonstrationPerson } from "@parcours/shared/demonstration/people";
import { CommandFailed, messageOf } from "../command-failed.js";
import { commandLineClient, personGrant } from "./names.js";

/** Everybody who can sign in. @throws CommandFailed when the issuer does not answer */
export async function peopleOf(issuerUrl: string): Promise<readonly DemonstrationPerson[]> {
  return (await (await asked(`${issuerUrl}/people`)).json()) as DemonstrationPerson[];
}

/** An access token for somebody of the demonstration, good for an hour; undefined where there is nobody of that handle. @throws CommandFailed */
export async function tokenFor(issuerUrl: string, handle: string): Promise<string | undefined> {
  const body = new URLSearchParams({ grant_type: personGrant, client_id: commandLineClient, person: handle });
  const answer = (await (await asked(`${issuerUrl}/token`, { method: "POST", body })).json()) as {
    readonly access_token?: string;
    readonly error?: string;
  };
  if (answer.access_token) return answer.access_token;
  if (answer.error === "invalid_grant") return undefined;
  throw new CommandFailed(`The issuer at ${issuerUrl} gave no token: ${answer.error ?? "it answered nothing"}.`);
}

async function asked(url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(5_000) });
  } catch (error) {
    throw new CommandFailed(`The issuer does not answer at ${new URL(url).origin}: ${messageOf(error)}.`);
  }
}
