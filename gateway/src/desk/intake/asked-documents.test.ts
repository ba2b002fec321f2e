/** How the desk puts together what the directory and the owners say of a form's documents, whoever of them is silent. */
import type { ToldDocument } from "@parcours/shared/documents/told-document";
import { newId } from "@parcours/shared/ids";
import type { Reader } from "@parcours/shared/visibility/reader";
import type { Graph, GraphAnswer } from "../graph.js";
import type { OwnerAnswer } from "../owners.js";
import { AskedDocuments, type ReadDocument } from "./asked-documents.js";
import { IntakeForms } from "./intake-forms.js";

const forms = new IntakeForms();
const agencies: Readonly<Record<string, readonly string[]>> = {
  financing: ["BEW", "INNOVIRIS", "FINANCE_INVEST"],
  coaching: ["HUB", "COM"],
  housing: ["CITYDEV"],
};
const holders = { Entrepreneur: newId(), Enterprise: null, Project: null };
const own: Reader = { role: "ENTREPRENEUR", entrepreneurId: holders.Entrepreneur };
const told = (part: Partial<ToldDocument> = {}): ToldDocument => ({
  id: "d",
  type: "BUSINESS_PLAN",
  agencyCode: "BEW",
  providedTo: ["BEW"],
  enterpriseNumber: null,
  projectId: null,
  projectEnterprise: null,
  mediaType: "application/pdf",
  size: 1,
  sha256: "",
  version: 1,
  validFrom: "2026-01-01",
  validUntil: null,
  supersededBy: null,
  receivedAt: "2026-01-01T00:00:00.000Z",
  isValid: true,
  isRestricted: false,
  form: null,
  dossierId: null,
  ...part,
});
const pointer = ({ type, agencyCode, providedTo, ...row }: ToldDocument): object => ({
  node: {
    ...row,
    type: { code: type },
    holder: { code: agencyCode },
    providedTo: providedTo.map((code) => ({ code })),
  },
});
const list = (rows: readonly ToldDocument[]): object => ({ edges: rows.map(pointer) });

interface World {
  /** What the directory points to; null where it is silent. */
  readonly pointed?: readonly ToldDocument[] | null;
  /** What each owner tells; one that is not named tells nothing, null is silence. */
  readonly owners?: Readonly<Record<string, readonly ToldDocument[] | null>>;
  readonly status?: number;
  /** Whether nobody says what the project became. */
  readonly isProjectSilent?: boolean;
}

/** Reads the documents of a form. @returns them, and whom the desk asked, in order */
async function read(
  { pointed = [], owners = {}, status = 200, isProjectSilent = false }: World,
  form = "PACKAGE_ENROLMENT",
  reader = own,
): Promise<{ readonly documents: readonly ReadDocument[]; readonly calls: readonly string[] }> {
  const calls: string[] = [];
  const graph: Graph = {
    ask: async (): Promise<GraphAnswer> => {
      calls.push("directory");
      return pointed === null
        ? { data: null, errors: [{ message: "", extensions: { code: "SUBGRAPH_TIMEOUT" } }] }
        : {
            data: { entrepreneur: { valid: list(pointed.filter(({ isValid }) => isValid)), former: list(pointed) } },
            errors: [],
          };
    },
  };
  const post = async (owner: string): Promise<OwnerAnswer> => {
    calls.push(owner);
    const documents = owners[owner];
    return documents === null ? null : { status, body: { documents: documents ?? [] } };
  };
  const asked = new AskedDocuments(
    {
      names: Object.keys(agencies),
      signal: new AbortController().signal,
      agenciesOf: (owner) => agencies[owner] ?? [],
      post,
    },
    graph,
  );
  return {
    documents: await asked.of(forms.of(form), holders, { enterpriseNumber: null, isSilent: isProjectSilent }, reader),
    calls: calls.sort(),
  };
}

describe("a document that another pole holds", () => {
  it.each<[string, World, string, string | null, string | null]>([
    [
      "is known where its holder says so too",
      { pointed: [told()], owners: { financing: [told()] } },
      "KNOWN",
      "d",
      null,
    ],
    [
      "is pending where its holder is silent",
      { pointed: [told()], owners: { financing: null } },
      "PENDING",
      "d",
      "financing",
    ],
    ["is as if it were not there where its holder does not tell it", { pointed: [told()] }, "TO_ASK", null, null],
    ["is pending where the directory is silent", { pointed: null }, "PENDING", null, null],
    ["is pending where the form's own subgraph is silent", { owners: { coaching: null } }, "PENDING", null, "coaching"],
    ["is asked where nobody tells of one", {}, "TO_ASK", null, null],
    ["is pending where nobody says what its project became", { isProjectSilent: true }, "PENDING", null, null],
    [
      "is known though the directory is silent, where the form's own subgraph has one",
      { pointed: null, owners: { coaching: [told({ agencyCode: "HUB" })] } },
      "KNOWN",
      "d",
      null,
    ],
    [
      "is asked where it holds no longer, with what was held",
      { pointed: [told({ isValid: false, validUntil: "2026-02-01" })] },
      "TO_ASK",
      "d",
      null,
    ],
    [
      "is asked where it is another project's",
      { pointed: [told({ projectId: newId() })], owners: { financing: null } },
      "TO_ASK",
      null,
      null,
    ],
    [
      "is asked where an owner refuses this reader",
      { pointed: [told()], owners: { financing: [told()] }, status: 403 },
      "TO_ASK",
      null,
      null,
    ],
    [
      "is pending where an owner answers with a fault of its own",
      { pointed: [told()], status: 500 },
      "PENDING",
      "d",
      "financing",
    ],
  ])("%s", async (_, world, state, id, silentOwner) => {
    const [document] = (await read(world)).documents;
    expect([document?.state, document?.version?.id ?? null, document?.silentOwner]).toEqual([state, id, silentOwner]);
  });

  it("that was replaced by what is not shown is not shared, for who can be granted it", async () => {
    const pointed = [told({ isValid: false })];
    const coach: Reader = { role: "COACH", agency: "HUB", staffId: "c" };
    expect((await read({ pointed }, "PACKAGE_ENROLMENT", coach)).documents[0]?.state).toBe("NOT_SHARED");
    expect((await read({ pointed })).documents[0]?.state).toBe("TO_ASK");
  });
});

describe("whom the desk asks", () => {
  it("is the directory and the form's own subgraph; another only where the directory shows this reader what holds there", async () => {
    expect((await read({})).calls).toEqual(["coaching", "directory"]);
    expect((await read({ pointed: [told()] })).calls).toEqual(["coaching", "directory", "financing"]);
    const former = told({ isValid: false, validUntil: "2026-02-01" });
    expect((await read({ pointed: [former] })).calls).toEqual(["coaching", "directory"]);
    expect((await read({ pointed: [told({ agencyCode: "HUB" })] })).calls).toEqual(["coaching", "directory"]);
    expect((await read({}, "ORIENTATION")).calls).toEqual([]);
  });

  it("is nobody but the centre, for what is of a restricted dossier: no pointer stands for it", async () => {
    const pointed = [told({ type: "RESTART_PLAN" })];
    const { calls, documents } = await read({ pointed }, "DIFFICULTY_INTAKE");
    expect(calls).toEqual(["coaching"]);
    expect(documents[0]).toMatchObject({ state: "TO_ASK", category: "DIFFICULTY_CASE" });
    expect((await read({ pointed: null }, "DIFFICULTY_INTAKE")).documents[0]?.state).toBe("TO_ASK");
  });
});
