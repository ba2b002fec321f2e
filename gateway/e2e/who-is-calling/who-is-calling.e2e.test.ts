/** J02, J18: who is calling, with and without a number; two who may be meant; an enterprise without a known person. */
import { clientsOfAccountant } from "@parcours/shared/demonstration/cases";
import { idsIn, operation, sorted, type AskedLanguage } from "../asking.js";
import { startAll, type EndToEnd } from "../harness.js";
import { toldEntries } from "../told-entries.js";
import type { CandidateAnswer, CatalogueAnswer, LookUpAnswer } from "./answers.js";

describe("who is calling", () => {
  let all: EndToEnd;
  beforeAll(async () => {
    all = await startAll({ name: "who is calling" });
  }, 90_000);
  afterAll(() => all.system.stop());

  async function lookUp(
    clues: Readonly<Record<string, string>>,
    language: AskedLanguage = "EN",
  ): Promise<LookUpAnswer["caller"]> {
    const { data, errors } = await all.ask<LookUpAnswer>(operation(__dirname, "look-up"), clues, { language });
    expect(errors).toEqual([]);
    return data.caller;
  }
  const nobody = { outcome: "NONE", entrepreneur: null, enterprise: null, candidates: [], more: false };

  describe("a candidate without an enterprise number (J02)", () => {
    it.each<AskedLanguage>(["EN", "NL", "FR"])(
      "has the whole path, with labels in %s by the request and by the argument",
      async (language) => {
        const story = all.story("NO_ENTERPRISE_NUMBER");
        const query = operation(__dirname, "candidate");
        const byRequest = await all.ask<CandidateAnswer>(
          query,
          { phone: all.phoneOf("NO_ENTERPRISE_NUMBER") },
          { language },
        );
        const byArgument = await all.ask<CandidateAnswer>(
          query,
          { phone: all.phoneOf("NO_ENTERPRISE_NUMBER"), language },
          { language: language === "FR" ? "NL" : "FR" },
        );
        expect([byRequest.errors, byRequest.extensions]).toEqual([[], {}]);
        expect(byArgument.data).toEqual(byRequest.data);
        const { outcome, enterprise: found, entrepreneur } = byRequest.data.caller;
        expect([outcome, found, entrepreneur?.id, entrepreneur?.mandates, entrepreneur?.preferredLanguage]).toEqual([
          "ONE",
          null,
          story.id,
          [],
          "EN",
        ]);
        expect(entrepreneur && idsIn(entrepreneur.timeline)).toEqual(sorted(toldEntries(story).map(({ id }) => id)));
        const [project] = entrepreneur?.projects.edges ?? [];
        expect(project?.node).toMatchObject({
          title: story.coaching.projects[0]?.title[language === "EN" ? "en" : language === "NL" ? "nl" : "fr"],
          numberSince: null,
          enterprise: null,
        });
        expect(entrepreneur?.coaching.dossiers.edges[0]?.node).toMatchObject({
          enterprise: null,
          referral: { toAgency: { code: "LOCAL_DESKS" } },
        });
      },
    );

    it("has labels that differ between the languages", async () => {
      const labels = await Promise.all(
        (["EN", "NL", "FR"] as const).map(async (language) => {
          const { data } = await all.ask<CandidateAnswer>(operation(__dirname, "candidate"), {
            phone: all.phoneOf("NO_ENTERPRISE_NUMBER"),
            language,
          });
          const { timeline, projects } = data.caller.entrepreneur ?? {};
          return JSON.stringify([
            timeline?.edges.map(({ node }) => node.kind.label),
            projects?.edges[0]?.node.stage.label,
          ]);
        }),
      );
      expect(new Set(labels).size).toBe(3);
    });

    it("finds what is on offer: each part of the filter narrows, and only what is offered today is shown", async () => {
      const ask = async (filter: object, language: AskedLanguage = "EN") =>
        (await all.ask<CatalogueAnswer>(operation(__dirname, "catalogue"), { filter, language })).data.supportServices;
      const whole = await ask({});
      const early = await ask({ stage: "PRE_CREATION" });
      const inEnglish = await ask({ stage: "PRE_CREATION", profile: "CANDIDATE", helpLanguage: "EN" });
      expect(whole.length).toBeGreaterThan(80);
      expect(early.length).toBeLessThan(whole.length);
      expect(inEnglish.length).toBeLessThan(early.length);
      expect(inEnglish.length).toBeGreaterThan(0);
      for (const service of inEnglish) {
        expect(service.languages.map(({ code }) => code)).toContain("EN");
        if (service.stages.length > 0) expect(service.stages.map(({ code }) => code)).toContain("PRE_CREATION");
      }
      const dutch = await ask({ stage: "PRE_CREATION", profile: "CANDIDATE", helpLanguage: "EN" }, "NL");
      expect(dutch.map(({ code }) => code)).toEqual(inEnglish.map(({ code }) => code));
      expect(dutch.map(({ name }) => name)).not.toEqual(inEnglish.map(({ name }) => name));
    });

    it("tests an activity inside a cooperative, which is host, without a number (J18)", async () => {
      const { data, errors } = await all.ask<CandidateAnswer>(operation(__dirname, "candidate"), {
        phone: all.phoneOf("TEST_PHASE"),
      });
      expect(errors).toEqual([]);
      const { coaching, financing, mandates, projects } = data.caller.entrepreneur ?? {};
      expect(mandates).toEqual([]);
      expect(coaching?.testPhases.edges[0]?.node).toEqual({
        host: { code: "JOB_YOURSELF" },
        project: { id: projects?.edges[0]?.node.id },
      });
      expect(financing?.applications.edges.map(({ node }) => node.enterprise)).toEqual([null, null]);
    });
  });

  describe("by telephone", () => {
    it("does not know an unknown number", async () => {
      expect(await lookUp({ phone: "+32450000001" })).toEqual(nobody);
    });

    it.each([
      ["withheld", ""],
      ["withheld", "anonymous"],
      ["short", "1819"],
      ["short", "112"],
    ])("finds nobody by a %s number (%j)", async (_, phone) => {
      expect(await lookUp({ phone })).toEqual(nobody);
    });

    it("finds who calls without a number by another clue", async () => {
      const { id, contactPoints } = all.story("WITHHELD_NUMBER");
      const email = contactPoints.find(({ kind }) => kind === "EMAIL")?.value ?? "";
      expect(await lookUp({ phone: "", email })).toMatchObject({ outcome: "ONE", entrepreneur: { id } });
    });

    it.each(["FOREIGN_NUMBER", "SOFT_LANDING"] as const)("finds a caller from abroad (%s)", async (name) => {
      expect(await lookUp({ phone: all.phoneOf(name) })).toMatchObject({
        outcome: "ONE",
        entrepreneur: { id: all.story(name).id },
      });
    });

    it("finds a caller however the number is written", async () => {
      const [, block = "", rest = ""] = /^\+32(\d{3})(\d{6})$/.exec(all.phoneOf("KNOWN_TO_EVERY_POLE")) ?? [];
      for (const phone of [
        `0${block}/${rest.slice(0, 2)}.${rest.slice(2, 4)}.${rest.slice(4)}`,
        `0032 ${block}${rest}`,
        `+32 (0)${block} ${rest}`,
      ]) {
        expect(await lookUp({ phone })).toMatchObject({
          outcome: "ONE",
          entrepreneur: { id: all.story("KNOWN_TO_EVERY_POLE").id },
        });
      }
    });

    it("refuses what is no telephone number, with a code", async () => {
      const { data, errors } = await all.ask<LookUpAnswer>(operation(__dirname, "look-up"), { phone: "not a number" });
      expect([data.caller, errors.map(({ path, extensions }) => [path, extensions.code])]).toEqual([
        null,
        [[["caller"], "PHONE_INVALID"]],
      ]);
    });

    it("asks for a clue when there is none", async () => {
      const { errors } = await all.ask<LookUpAnswer>(operation(__dirname, "look-up"), {});
      expect(errors[0]).toMatchObject({ path: ["caller"], extensions: { code: "CALLER_ARGUMENT_REQUIRED" } });
    });
  });

  describe("when it may be several", () => {
    it("gives two managers of one enterprise as candidates, with the enterprise, and opens nobody's file", async () => {
      const found = await lookUp({ enterpriseNumber: all.numberOf("FIRST_MANAGER") });
      expect(found).toMatchObject({
        outcome: "SEVERAL",
        entrepreneur: null,
        enterprise: { number: all.numberOf("FIRST_MANAGER"), registryState: "KNOWN" },
        more: false,
      });
      expect(sorted(found.candidates.map(({ entrepreneurId }) => entrepreneurId))).toEqual(
        sorted([all.story("FIRST_MANAGER").id, all.story("SECOND_MANAGER").id]),
      );
      for (const candidate of found.candidates)
        expect(candidate).toMatchObject({
          enterpriseNumber: all.numberOf("FIRST_MANAGER"),
          reasons: ["ENTERPRISE_NUMBER"],
          displayName: expect.stringMatching(/\S/),
        });
    });

    it("shows at most 20 of those who share an accountant's number, and that there are more", async () => {
      expect(clientsOfAccountant + 1).toBeGreaterThan(20);
      const found = await lookUp({ phone: all.phoneOf("ACCOUNTANT") });
      expect([found.outcome, found.entrepreneur, found.candidates.length, found.more]).toEqual([
        "SEVERAL",
        null,
        20,
        true,
      ]);
      expect(new Set(found.candidates.map(({ entrepreneurId }) => entrepreneurId)).size).toBe(20);
      const { name, id } = all.story("FIRST_CLIENT_OF_ACCOUNTANT");
      expect(await lookUp({ phone: all.phoneOf("ACCOUNTANT"), name: `${name.given} ${name.family}` })).toMatchObject({
        outcome: "ONE",
        entrepreneur: { id },
      });
    });

    it("tells twins apart by their own telephone, and not by the mail they share", async () => {
      const twins = [all.story("FIRST_TWIN"), all.story("SECOND_TWIN")] as const;
      const email = twins[0].contactPoints.find(({ kind }) => kind === "EMAIL")?.value ?? "";
      const shared = await lookUp({ email });
      expect([shared.outcome, sorted(shared.candidates.map(({ entrepreneurId }) => entrepreneurId))]).toEqual([
        "SEVERAL",
        sorted(twins.map(({ id }) => id)),
      ]);
      expect(await lookUp({ phone: all.phoneOf("SECOND_TWIN"), email })).toMatchObject({
        outcome: "ONE",
        entrepreneur: { id: twins[1].id },
      });
    });

    it("never answers ONE by a name alone", async () => {
      const { given, family } = all.story("APOSTROPHE").name;
      const found = await lookUp({ name: `${family} ${given}` });
      expect([found.outcome, found.entrepreneur, found.candidates[0]?.entrepreneurId]).toEqual([
        "SEVERAL",
        null,
        all.story("APOSTROPHE").id,
      ]);
      expect(
        (await lookUp({ name: "giuseppe d angelo" })).candidates.map(({ entrepreneurId }) => entrepreneurId),
      ).toEqual(expect.arrayContaining([all.story("FATHER").id, all.story("SON").id]));
    });
  });

  describe("an enterprise without a known person", () => {
    it("is found by its public telephone number and by its own, whatever the notation", async () => {
      const [own] = all.story("ENTERPRISE_WITHOUT_PERSON").enterprises;
      const phone = own?.contacts.find(({ type }) => type === "TEL")?.e164 ?? "";
      const wanted = {
        outcome: "ONE",
        entrepreneur: null,
        enterprise: { number: own?.number, name: expect.stringMatching(/\S/), registryState: "KNOWN" },
      };
      expect(await lookUp({ phone })).toMatchObject(wanted);
      expect(
        await lookUp({ enterpriseNumber: `BE ${own?.number.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1.$2.$3")}` }),
      ).toMatchObject(wanted);
    });
  });
});
