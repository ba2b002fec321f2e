/**
 * The gateway's cookies. The prefix `__Host-` makes a browser refuse one that a neighbouring host or an unprotected page would set
 * (RFC 6265bis 4.1.3.2); `HttpOnly` keeps scripts from it, `SameSite=Lax` other sites' forms.
 */

/** Names of the cookies. */
export const cookieNames = { session: "__Host-parcours-session", signIn: "__Host-parcours-sign-in" } as const;

/** One of them. */
export type CookieName = (typeof cookieNames)[keyof typeof cookieNames];

const attributes = "Path=/; Secure; HttpOnly; SameSite=Lax";

/** The value of a cookie; undefined where there is none. Of two with one name neither is believed: the answer is empty. */
export function readCookie(header: string | undefined, name: CookieName): string | undefined {
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length > 1 ? "" : values[0];
}

/** A `Set-Cookie` that keeps a value for so many seconds. */
export function setCookie(name: CookieName, value: string, seconds: number): string {
  return `${name}=${value}; Max-Age=${Math.max(0, Math.floor(seconds))}; ${attributes}`;
}

/** A `Set-Cookie` that takes a cookie away. */
export function clearCookie(name: CookieName): string {
  return setCookie(name, "", 0);
}
