/** As much of a browser as signing in needs: cookies, redirects, and what it says of where a request comes from. */
export class TestBrowser {
  /** Cookies by name. Like a real one's they do not heed ports. */
  readonly cookies = new Map<string, string>();
  /** `Set-Cookie` headers in the order in which they came. */
  readonly received: string[] = [];

  /** Opens an address and follows where it is led; the last answer, with the addresses on the way. */
  async open(address: string): Promise<{ readonly response: Response; readonly way: readonly string[] }> {
    const way: string[] = [];
    let next = address;
    for (let steps = 0; steps < 12; steps += 1) {
      way.push(next);
      const response = await this.fetch(next, { headers: { accept: "text/html", "accept-language": "en" } });
      const location = response.headers.get("location");
      if (!location) return { response, way };
      next = new URL(location, next).href;
    }
    throw new Error(`led in a circle: ${way.join(" ")}`);
  }

  /** One request with the cookies; nothing is followed. */
  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = new Headers(init.headers);
    if (cookie) headers.set("cookie", cookie);
    const response = await fetch(address, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.#take(line);
    return response;
  }

  #take(line: string): void {
    this.received.push(line);
    const [pair = "", ...attributes] = line.split(";");
    const [name = "", ...value] = pair.split("=");
    const isGone = attributes.some((attribute) => /^\s*(max-age=0|expires=Thu, 01 Jan 1970.*)$/i.test(attribute));
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, value.join("="));
  }
}
