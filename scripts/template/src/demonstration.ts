import { addMonths, dateOf, dayOf } from "@parcours/shared/demonstration/calendar";
import {
  entryColumnNames,
  entryRow,
  outboxTable,
  pointerTo,
  type ToldEntry,
} from "@parcours/shared/demonstration/entry-rows";
import type { DemonstrationLoader } from "@parcours/shared/demonstration/loader";
import { staffOf } from "@parcours/shared/demonstration/staff";
import type { EntrepreneurStory, InteractionStory, World } from "@parcours/shared/demonstration/story";
import { idFrom } from "@parcours/shared/ids";
import { brusselsDate } from "@parcours/shared/periods";
import { formsOfHelp } from "./labels/forms-of-help.js";

const agencyCode = "SAMPLE_AGENCY";
const mostDossiers = 3;
const monthsOfHelp = 6;

/** One help, as its row and its pointer tell it. */
interface Help extends ToldEntry {
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
      columns: [...entryColumnNames, "form_code", "contact_name"],
    },
    outboxTable,
  ],
  story(story, world, emit) {
    for (const help of helpsIn(story, world)) {
      emit("sample_agency_dossier", { ...entryRow(help), form_code: help.formCode, contact_name: help.contactName });
      // Where it is, never what it says. In production this is written in the transaction that writes the dossier.
      emit(
        "outbox",
        pointerTo(help, { type: "SampleAgencyDossier", kind: "SAMPLE_AGENCY_DOSSIER", category: "DOSSIER_HEADER" }),
      );
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
  const occurredAt = new Date(at.getTime() + 7 * 86_400_000);
  const since = brusselsDate(occurredAt);
  return {
    id: idFrom("demonstration", agencyCode, id),
    agency: agencyCode,
    entrepreneurId,
    enterpriseNumber,
    occurredAt,
    since,
    until: dateOf(addMonths(dayOf(since), monthsOfHelp)),
    formCode: nth(Object.keys(formsOfHelp), place) ?? "",
    contactName: nth(staffOf(agencyCode), dayOf(since))?.name ?? "",
  };
}

function nth<Item>(list: readonly Item[], place: number): Item | undefined {
  return list[place % list.length];
}
