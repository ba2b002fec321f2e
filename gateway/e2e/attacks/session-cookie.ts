import type { EndToEnd } from "../harness.js";

/** Signs somebody in as a browser would, and answers the cookie of the session. @param at the gateway's address of a path */
export async function sessionOf(all: EndToEnd, at: (path: string) => string, person: string): Promise<string> {
  const jar = new Map<string, string>();
  const go = async (address: string, init: { method?: string; body?: URLSearchParams } = {}): Promise<string> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, { ...init, redirect: "manual", headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = "", ...value] = (line.split(";")[0] ?? "").split("=");
      jar.set(name, value.join("="));
    }
    return new URL(response.headers.get("location") ?? address, address).href;
  };
  const form = await go(await go(at("/auth/login")));
  await go(await go(await go(form, { method: "POST", body: new URLSearchParams({ person }) })));
  const session = jar.get("__Host-parcours-session");
  if (!session) throw new Error(`${all.person(person).handle} could not sign in`);
  return `__Host-parcours-session=${session}`;
}
