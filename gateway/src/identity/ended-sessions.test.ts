import { EndedSessions, type ShareEnded } from "./ended-sessions.js";

const later = Date.now() / 1_000 + 600;

/** What the spine's database does: keeps all that it is told. */
function spine(): { share: ShareEnded; isUp: boolean } {
  const kept = new Map<string, number>();
  const self = {
    isUp: true,
    share: async (ended: Parameters<ShareEnded>[0]) => {
      if (!self.isUp) return null;
      for (const { digest, until } of ended) kept.set(digest, until);
      return [...kept].map(([digest, until]) => ({ digest, until }));
    },
  };
  return self;
}

describe("a session that was ended", () => {
  it("is ended at this copy at once, at others when they ask, and at one that starts later", async () => {
    const { share } = spine();
    const [one, other] = [new EndedSessions(), new EndedSessions()];
    await Promise.all([one.start(share), other.start(share, 10)]);
    await one.end("s-1", later);
    expect([one.has("s-1"), one.has("s-2")]).toEqual([true, false]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(other.has("s-1")).toBe(true);
    const restarted = new EndedSessions();
    await restarted.start(share);
    expect(restarted.has("s-1")).toBe(true);
    for (const copy of [one, other, restarted]) copy.stop();
  });

  it("is told when the spine is up again, and not forgotten here meanwhile", async () => {
    const store = spine();
    const [one, other] = [new EndedSessions(), new EndedSessions()];
    store.isUp = false;
    await one.start(store.share);
    await one.end("s-1", later);
    expect(one.has("s-1")).toBe(true);
    store.isUp = true;
    await one.exchange();
    await other.start(store.share);
    expect(other.has("s-1")).toBe(true);
    for (const copy of [one, other]) copy.stop();
  });

  it("is forgotten when it would have ended by itself", async () => {
    const one = new EndedSessions();
    await one.end("s-1", later);
    await one.exchange(later + 1);
    expect(one.has("s-1")).toBe(false);
  });
});
