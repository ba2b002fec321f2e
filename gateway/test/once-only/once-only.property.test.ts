/**
 * No sequence of forms, people, readers and silent owners makes a form ask what an owner has accepted and the reader may know of, be it an
 * answer or a document (R01, J03).
 * A failing sequence is shrunk, and its seed printed.
 */
import { assert, asyncProperty } from "fast-check";
import { ModelDocuments } from "./model-documents.js";
import { ModelOwners } from "./model-owners.js";
import { forms, steps, Town, type Step } from "./town.js";

async function askedAgain(all: readonly Step[], owners: ModelOwners): Promise<string[]> {
  const town = new Town((owner, reader, body) => owners.answer(owner, reader, body));
  const again: string[] = [];
  for (const step of all) again.push(...(await town.does(step)));
  return again;
}

it("nothing that was accepted is asked again, in 300 towns", async () => {
  await assert(
    asyncProperty(steps, async (all) => expect(await askedAgain(all, new ModelOwners())).toEqual([])),
    { numRuns: 300 },
  );
}, 120_000);

it("an owner that forgets is found out", async () => {
  const step: Step = { form: 0, person: 0, reader: 0, hasEnterprise: true, hasProject: true, silent: [] };
  const forgetful = new ModelOwners();
  const town = new Town(async (owner, reader, body) => {
    const isRead = (body as { readonly action: string }).action === "READ";
    return isRead ? { status: 200, body: { answers: [] } } : forgetful.answer(owner, reader, body);
  });
  expect(await town.does(step)).toEqual([]);
  expect((await town.does(step)).length).toBeGreaterThan(0);
});

it("a directory and owners that forget a document are found out", async () => {
  class Forgetful extends ModelDocuments {
    override async answer(...asked: Parameters<ModelDocuments["answer"]>): ReturnType<ModelDocuments["answer"]> {
      const [, , path] = asked;
      return path === "/documents/standing" ? { status: 200, body: { documents: [] } } : super.answer(...asked);
    }
  }
  const place = forms.all().findIndex(({ code }) => code === "RDI_AID");
  const step: Step = { form: place, person: 0, reader: 0, hasEnterprise: true, hasProject: true, silent: [] };
  const owners = new ModelOwners();
  const town = new Town((owner, reader, body) => owners.answer(owner, reader, body), new Forgetful());
  expect(await town.does(step)).toEqual([]);
  expect(await town.does(step)).toEqual([
    "BUSINESS_PLAN of financing to ENTREPRENEUR",
    "FINANCIAL_PLAN of financing to ENTREPRENEUR",
  ]);
});
