/** The rules that a form's documents obey (R01; decisions 0020 and 0021). */
import { documentTypeOf, documentTypes } from "@parcours/shared/documents/document-types";
import { isRestrictedAgency } from "@parcours/shared/documents/document.rules";
import type { FormDocument, IntakeForm } from "@parcours/shared/intake/form";

/** Everything that is wrong with what a form asks in documents; empty where it may be shown. */
export function brokenDocuments({ code, agency, documents }: IntakeForm): string[] {
  const types = documents.map(({ type }) => type);
  const twice = [...new Set(types.filter((type, place) => types.indexOf(type) !== place))];
  return [
    ...twice.map((type) => `${code} asks for ${type} twice: a form takes one document of a type.`),
    ...documents.flatMap((document) => [
      ...itsTypeIsOnTheList(code, document),
      ...itsAgencyMayReadIt(code, agency, document),
      ...itsMonthsPass(code, document),
    ]),
  ];
}

/** By the one list, one agency recognises what another was given. */
function itsTypeIsOnTheList(code: string, { type }: FormDocument): string[] {
  if (documentTypeOf(type)) return [];
  const known = Object.keys(documentTypes).join(", ");
  return [`${code} asks for ${type}, which is no type of document: choose one of ${known}, or add it to the list.`];
}

/** What belongs to the file of somebody in difficulty is the centre's alone to ask: that it is asked elsewhere would tell of the difficulty (J09). */
function itsAgencyMayReadIt(code: string, agency: string, { type }: FormDocument): string[] {
  if (documentTypeOf(type)?.isRestricted !== true || isRestrictedAgency(agency)) return [];
  return [`${code} asks for ${type}, which is of a restricted dossier: ${agency} may not read it; take it away.`];
}

function itsMonthsPass(code: string, { type, mostMonths }: FormDocument): string[] {
  if (mostMonths === null || (Number.isInteger(mostMonths) && mostMonths > 0)) return [];
  return [`${code} takes ${type} for ${mostMonths} months: give a whole number of at least one, or null.`];
}
