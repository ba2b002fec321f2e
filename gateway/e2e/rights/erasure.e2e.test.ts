/** A person is erased at every owner, through the whole system: what goes, what the law keeps, and what happens when one is silent. */
import { newId } from "@parcours/shared/ids";
import { startAll, type EndToEnd } from "../harness.js";

let all: EndToEnd;
beforeAll(async () => {
  all = await startAll({ name: "erasure" });
});
afterAll(() => all?.system.stop());

const erase = `mutation Erase($input: EraseEntrepreneurInput!) {
  eraseEntrepreneur(input: $input) {
    erasure { state owners { owner state erasedAt agencies { code } lines { line { code label(language: FR) } erased unnamed kept keptUntil basis } } }
    errors { code path }
  }
}`;
const look = `query Look($id: ID!) { entrepreneur(id: $id) { id givenName familyName formerIds } }`;
const caller = `query Caller($phone: String!) { caller(phone: $phone) { outcome entrepreneur { id } candidates { entrepreneurId } } }`;

interface Erased {
  readonly eraseEntrepreneur: {
    readonly erasure: {
      readonly state: string;
      readonly owners: readonly {
        readonly owner: string;
        readonly state: string;
        readonly erasedAt: string | null;
        readonly lines: readonly {
          readonly line: { readonly code: string; readonly label: string };
          readonly erased: number;
          readonly kept: number;
          readonly keptUntil: string | null;
          readonly basis: string | null;
        }[];
      }[];
    } | null;
    readonly errors: readonly { readonly code: string }[];
  } | null;
}

const officer = { as: "an" };
const statesOf = (data: Erased | null | undefined): Record<string, string> =>
  Object.fromEntries((data?.eraseEntrepreneur?.erasure?.owners ?? []).map(({ owner, state }) => [owner, state]));

describe("a request for erasure", () => {
  it.each(["amina", "tom", "sofie", null])("of %s is refused", async (as) => {
    const entrepreneurId = all.person("amina").entrepreneurId ?? "";
    const { data, errors } = await all.ask<Erased>(
      erase,
      { input: { idempotencyKey: newId(), entrepreneurId } },
      { as },
    );
    expect(data?.eraseEntrepreneur ?? null).toBeNull();
    expect(errors?.[0]?.extensions["code"]).toBe(as === null ? "SIGN_IN_REQUIRED" : "NOT_SHARED");
  });

  it("is incomplete while an owner is silent, keeps the person's name until all others have answered, and is finished with the same key", async () => {
    const { id: entrepreneurId } = all.story("KNOWN_TO_EVERY_POLE");
    const phone = all.phoneOf("KNOWN_TO_EVERY_POLE");
    const input = { idempotencyKey: newId(), entrepreneurId };
    await all.subgraph("housing").kill();
    const half = await all.ask<Erased>(erase, { input }, officer);
    expect(half.data?.eraseEntrepreneur?.erasure?.state).toBe("INCOMPLETE");
    expect(statesOf(half.data)).toEqual({
      coaching: "ERASED",
      financing: "ERASED",
      "front-door": "WAITING",
      housing: "NOT_ANSWERED",
      registry: "ERASED",
    });
    const found = await all.ask<{ entrepreneur: { familyName: string | null } }>(look, { id: entrepreneurId }, officer);
    expect(found.data?.entrepreneur.familyName).not.toBeNull();

    await all.isUp("housing");
    let whole = await all.ask<Erased>(erase, { input }, officer);
    // A process that has just come up may take a moment to be asked.
    for (let tries = 0; tries < 20 && whole.data?.eraseEntrepreneur?.erasure?.state !== "COMPLETE"; tries += 1)
      whole = await all.ask<Erased>(erase, { input }, officer);
    expect(new Set(Object.values(statesOf(whole.data)))).toEqual(new Set(["ERASED"]));
    expect(whole.data?.eraseEntrepreneur?.erasure?.owners.at(-1)?.owner).toBe("front-door");
    const owners = new Map(whole.data?.eraseEntrepreneur?.erasure?.owners.map((owner) => [owner.owner, owner]));
    const before = new Map(half.data?.eraseEntrepreneur?.erasure?.owners.map((owner) => [owner.owner, owner]));
    expect(owners.get("coaching")).toEqual(before.get("coaching"));
    const funding = owners.get("financing")?.lines.find(({ line }) => line.code === "FUNDING");
    expect(funding).toMatchObject({
      line: { label: "Financement public" },
      erased: 0,
      basis: expect.stringContaining("GDPR 17(3)(b)") as string,
    });
    expect(funding?.kept).toBeGreaterThan(0);
    expect(owners.get("coaching")?.lines.every(({ kept }) => kept === 0)).toBe(true);

    const gone = await all.ask<{ entrepreneur: { familyName: string | null } | null }>(
      look,
      { id: entrepreneurId },
      officer,
    );
    expect(gone.data?.entrepreneur?.familyName ?? null).toBeNull();
    const called = await all.ask<{ caller: object }>(caller, { phone });
    expect(called.data?.caller).toBeDefined();
    expect(JSON.stringify(called.data)).not.toContain(entrepreneurId);
  });

  it.each([
    ["a key that is none", { idempotencyKey: "x" }, "IDEMPOTENCY_KEY_INVALID"],
    ["a person that is none", { entrepreneurId: "x" }, "INPUT_ID_INVALID"],
  ])("with %s is a user error, and nobody is asked", async (_, part, code) => {
    const input = { idempotencyKey: newId(), entrepreneurId: newId(), ...part };
    const { data } = await all.ask<Erased>(erase, { input }, officer);
    expect(data?.eraseEntrepreneur).toMatchObject({ erasure: null, errors: [{ code }] });
  });

  it("with another person's key is a user error, and nothing of the second is erased", async () => {
    const [first, second] = [newId(), all.person("amina").entrepreneurId ?? ""];
    const idempotencyKey = newId();
    await all.ask(erase, { input: { idempotencyKey, entrepreneurId: first } }, officer);
    const { data } = await all.ask<Erased>(erase, { input: { idempotencyKey, entrepreneurId: second } }, officer);
    expect(data?.eraseEntrepreneur?.errors.map(({ code }) => code)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
    expect(new Set(Object.values(statesOf(data)))).toEqual(new Set(["REFUSED", "WAITING"]));
  });
});
