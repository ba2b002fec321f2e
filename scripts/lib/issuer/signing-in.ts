import type { DemonstrationPerson } from "@parcours/shared/demonstration/people";
import { CommandFailed } from "../command-failed.js";
import { peopleOf, tokenFor } from "./ask-issuer.js";

/** Who asks, and why. */
export interface AskingAs {
  /** Handle of somebody of the demonstration; `tom`, an advisor of 1819, unless told; null for nobody. */
  readonly as?: string | null;
  /** Code of the purpose; what the person usually asks for unless told; null names none. */
  readonly purpose?: string | null;
  /** Case or call; one that goes with the person unless told; null names none. */
  readonly caseReference?: string | null;
}

/** A token is fetched anew when it has this little left of its hour, in milliseconds. */
const renewedAfter = 50 * 60_000;

/** Signs in people of the demonstration, each once an hour, and says what to send with their questions. */
export class SigningIn {
  readonly #tokens = new Map<string, { readonly token: Promise<string>; readonly since: number }>();
  #people: Promise<readonly DemonstrationPerson[]> | undefined;

  constructor(private readonly issuerUrl: string) {}

  /** The headers of a question. @throws CommandFailed when there is nobody of that handle, or the issuer does not answer */
  async headers({ as = "tom", purpose, caseReference }: AskingAs = {}): Promise<Record<string, string>> {
    if (as === null) return headersOf(undefined, purpose, caseReference);
    this.#people ??= peopleOf(this.issuerUrl);
    const person = (await this.#people).find(({ handle }) => handle === as);
    if (!person) throw new CommandFailed(`Nobody in the demonstration is called "${as}".`);
    const [why, what] = [orUsual(purpose, person.purpose), orUsual(caseReference, person.caseReference)];
    return headersOf(await this.token(as), why, what);
  }

  /** Somebody's access token. */
  token(handle: string): Promise<string> {
    const known = this.#tokens.get(handle);
    if (known && Date.now() - known.since < renewedAfter) return known.token;
    const token = this.#fetch(handle);
    this.#tokens.set(handle, { token, since: Date.now() });
    return token;
  }

  async #fetch(handle: string): Promise<string> {
    const token = await tokenFor(this.issuerUrl, handle);
    if (!token) throw new CommandFailed(`Nobody in the demonstration is called "${handle}".`);
    return token;
  }
}

function orUsual(given: string | null | undefined, usual: string | undefined): string | null | undefined {
  return given === undefined ? usual : given;
}

function headersOf(
  token: string | undefined,
  purpose: string | null | undefined,
  caseReference: string | null | undefined,
): Record<string, string> {
  return {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(purpose && { "x-purpose": purpose }),
    ...(caseReference && { "x-case": caseReference }),
  };
}
