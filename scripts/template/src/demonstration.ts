import { addMonths, dateOf, dayOf } from "@parcours/shared/demonstration/calendar";
import { demonstrationSource, type DemonstrationLoader, type Row } from "@parcours/shared/demonstration/loader";
import { staffOf } from "@parcours/shared/demonstration/staff";
import type { EntrepreneurStory, InteractionStory, World } from "@parcours/shared/demonstration/story";
import { pointerRow, sharedReaders, type Pointer } from "@parcours/shared/feed/pointer";
import { idFrom } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { formsOfHelp } from "./labels/forms-of-help.js";

const agencyCode = "SAMPLE_AGENCY";
const mostDossiers = 3;
const monthsOfHelp = 6;

/** One help, as its row and its pointer tell it. */
interface Help {
  readonly id: string;
  readonly entrepreneurId: string;
  readonly enterpriseNumber: string | null;
  readonly openedAt: Date;
  readonly since: string;
  readonly until: string;
  readonly formCode: string;
  readonly contactName: string;
}

/**
 * What Sample agency tells of each demonstration entrepreneur. The stories know nothing of this agency, so its dossiers are drawn from
 * what they do know: some of the contacts with the front door led here, a week later.
 */
export const demonstration: DemonstrationLoader = {
  tables: [
    {
      name: "sample_agency_dossier",
      columns: [
        "id",
        "agency_code",
        "entrepreneur_id",
        "enterprise_number",
        "occurred_at",
        "since",
        "until",
        "form_code",
        "contact_name",
      ],
    },
    { name: "outbox", columns: ["topic", "key", "body"] },
  ],
  story(story, world, emit) {
    for (const help of helpsIn(story, world)) {
      emit("sample_agency_dossier", dossierRow(help));
      emit("outbox", dossierPointer(help));
    }
  },
};

/** The same story gives the same helps. */
function helpsIn({ id, interactions }: EntrepreneurStory, { asOf }: World): Help[] {
  return interactions
    .filter(({ topic }) => topic !== "DIFFICULTY") // A help that follows such a contact would tell of it.
    .map((interaction, place) => helpAfter(interaction, id, place))
    .filter(({ since }) => since <= asOf)
    .slice(0, mostDossiers);
}

function helpAfter({ id, at, enterpriseNumber }: InteractionStory, entrepreneurId: string, place: number): Help {
  const openedAt = new Date(at.getTime() + 7 * 86_400_000);
  const since = brusselsDate(openedAt);
  return {
    id: idFrom("demonstration", agencyCode, id),
    entrepreneurId,
    enterpriseNumber,
    openedAt,
    since,
    until: dateOf(addMonths(dayOf(since), monthsOfHelp)),
    formCode: nth(Object.keys(formsOfHelp), place) ?? "",
    contactName: nth(staffOf(agencyCode), dayOf(since))?.name ?? "",
  };
}

function dossierRow(help: Help): Row {
  return {
    id: help.id,
    agency_code: agencyCode,
    entrepreneur_id: help.entrepreneurId,
    enterprise_number: help.enterpriseNumber,
    occurred_at: help.openedAt,
    since: help.since,
    until: help.until,
    form_code: help.formCode,
    contact_name: help.contactName,
  };
}

/** Where the dossier is, never what it says. In production it is written in the transaction that writes the dossier. */
function dossierPointer({ id, openedAt, since, until, ...parties }: Help): Row {
  const { topic, key, body } = pointerRow(
    {
      entryId: id,
      type: "SampleAgencyDossier",
      kind: "SAMPLE_AGENCY_DOSSIER",
      category: "DOSSIER_HEADER",
      agencyCode,
      ...holderOf(parties),
      occurredAt: openedAt,
      since,
      until,
      readers: sharedReaders,
      knownTo: sharedReaders,
    },
    demonstrationSource,
  );
  return { topic, key, body: body && { json: body } };
}

/** Help for an enterprise is the enterprise's, and names the person. */
function holderOf({
  entrepreneurId,
  enterpriseNumber,
}: Pick<Help, "entrepreneurId" | "enterpriseNumber">): Pick<Pointer, "holder" | "other"> {
  return enterpriseNumber === null
    ? { holder: { entrepreneurId } }
    : { holder: { enterpriseNumber }, other: { entrepreneurId } };
}

function nth<Item>(list: readonly Item[], place: number): Item | undefined {
  return list[place % list.length];
}
