/**
 * Who was erased still holds a valid token: nothing more about that person is accepted, at no owner, not while the erasure runs and not while one
 * of the owners is silent (GDPR 17; decision 0018).
 */
import { withClient } from "@parcours/shared/database-roles";
import { newId } from "@parcours/shared/ids";
import { until } from "../asking.js";
import { aPdf, Client } from "../documents/giving.js";
import { startAll, type EndToEnd } from "../harness.js";
import { anAnswerTo, Forms, type GivenAnswer } from "../intake/forms.js";

let all: EndToEnd;
beforeAll(async () => void (all = await startAll({ name: "after_erasure" })));
afterAll(() => all?.system.stop());

const erase = `mutation Erase($input: EraseEntrepreneurInput!) {
  eraseEntrepreneur(input: $input) { erasure { state owners { owner state } } errors { code } }
}`;
interface Erased {
  readonly eraseEntrepreneur: {
    readonly erasure: {
      readonly state: string;
      readonly owners: readonly { readonly owner: string; readonly state: string }[];
    };
  };
}
const forms = [
  ["CREDIT_APPLICATION", "financing"],
  ["SITE_APPLICATION", "housing"],
] as const;
const receivers = ["BEW", "CITYDEV"] as const;
const tables = ["intake_answer", "intake_submission", "document", "document_upload", "dispute"];

/** How many rows of what people say and give stand at an owner under a person's id. */
const rowsAt = (owner: string, id: string): Promise<number> =>
  withClient(all.system.ownerUrl(owner), async (client) => {
    const counts = tables.map((table) => `(select count(*)::int from ${table} where entrepreneur_id = $1)`);
    const { rows } = await client.query<{ rows: number }>(`select ${counts.join(" + ")} as rows`, [id]);
    return rows[0]?.rows ?? -1;
  });

/** Asks of one person what brings rows to two owners: forms and documents. */
class Sayings {
  readonly #forms = new Forms(all);
  readonly #client: Client;
  readonly #answers = new Map<string, readonly GivenAnswer[]>();

  constructor(
    private readonly as: string,
    private readonly entrepreneurId: string,
  ) {
    this.#client = new Client(all, { as });
  }

  /** Reads what a form asks, as long as anybody tells. */
  async reads(form: string): Promise<void> {
    const { questions } = await this.#forms.arrive(form, { entrepreneurId: this.entrepreneurId }, { as: this.as });
    this.#answers.set(form, questions.filter(({ state }) => state === "TO_ASK").map(anAnswerTo));
  }

  /** Fills in a form. Answers whether anything of it was taken. */
  async submits(form: string): Promise<boolean> {
    const holders = { entrepreneurId: this.entrepreneurId };
    const told = await this.#forms
      .submit(form, holders, this.#answers.get(form) ?? [], { as: this.as })
      .catch(() => null);
    return told?.submission?.fates.some(({ fate }) => fate === "RECEIVED") ?? false;
  }

  /** Offers a document. Answers the codes of what was wrong, or the state. */
  async offers(agency: string): Promise<string> {
    const offered = await this.#client
      .offer(aPdf(newId()), { entrepreneurId: this.entrepreneurId, agency, documentType: "NOTE" })
      .catch(() => null);
    return offered?.errors[0]?.code ?? offered?.state ?? "FAILED";
  }
}

it("accepts nothing at an owner that has erased while another is silent, and nothing anywhere afterwards", async () => {
  const { id } = all.story("HONOUR_LOAN_REFUSED");
  const olivia = new Sayings("olivia", id);
  for (const [form] of forms) await olivia.reads(form);
  for (const [form] of forms) expect([form, await olivia.submits(form)]).toEqual([form, true]);
  for (const agency of receivers) expect(await olivia.offers(agency)).toBe("SEND_BYTES");
  for (const [, owner] of forms) expect(await rowsAt(owner, id)).toBeGreaterThan(1);

  await all.subgraph("coaching").kill();
  const input = { idempotencyKey: newId(), entrepreneurId: id };
  const ask = () => all.ask<Erased>(erase, { input }, { as: "an" });
  const half = await ask();
  expect(half.data.eraseEntrepreneur.erasure.state).toBe("INCOMPLETE");
  for (const [form, owner] of forms) {
    expect([form, await olivia.submits(form)]).toEqual([form, false]);
    expect(await rowsAt(owner, id)).toBe(0);
  }
  for (const agency of receivers) expect([agency, await olivia.offers(agency)]).toEqual([agency, "ACT_NOT_ALLOWED"]);

  await all.isUp("coaching");
  let whole = await ask();
  for (let tries = 0; tries < 20 && whole.data.eraseEntrepreneur.erasure.state !== "COMPLETE"; tries += 1)
    whole = await ask();
  expect(whole.data.eraseEntrepreneur.erasure.state).toBe("COMPLETE");
  for (const [form] of forms) expect([form, await olivia.submits(form)]).toEqual([form, false]);
  for (const agency of receivers) expect([agency, await olivia.offers(agency)]).toEqual([agency, "ACT_NOT_ALLOWED"]);
  for (const [, owner] of forms) expect(await rowsAt(owner, id)).toBe(0);
});

it("loses no race: of what is said while the erasure runs nothing is left", async () => {
  const { id } = all.story("COACHED_AND_REFUSED");
  const wim = new Sayings("wim", id);
  for (const [form] of forms) await wim.reads(form);
  let isRunning = true;
  const saying = forms.flatMap(([form], place) =>
    Array.from({ length: 2 }, async () => {
      while (isRunning) {
        await wim.submits(form);
        await wim.offers(receivers[place] ?? "BEW");
      }
    }),
  );
  for (const [, owner] of forms)
    await until(`something is said at ${owner}`, async () => (await rowsAt(owner, id)) > 0);
  const { data } = await all.ask<Erased>(
    erase,
    { input: { idempotencyKey: newId(), entrepreneurId: id } },
    { as: "an" },
  );
  isRunning = false;
  await Promise.all(saying);
  expect(data.eraseEntrepreneur.erasure.state).toBe("COMPLETE");
  for (const [, owner] of forms) expect([owner, await rowsAt(owner, id)]).toEqual([owner, 0]);
});
