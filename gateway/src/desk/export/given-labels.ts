/** What the fields of documents and disputes are called on the page of a copy: `name | French | Dutch | English`. */
export const tableOfGiven = `
answeredAt | Répondu le | Beantwoord op | Answered on
author | Par qui | Door wie | By whom
authorAgency | Pour quel organisme | Voor welke instantie | For which agency
concept | Ce que c'est | Wat het is | What it is
coordinate | Donnée | Gegeven | Fact
disputes | Contestations | Betwistingen | Disputes
documents | Documents | Documenten | Documents
form | Formulaire | Formulier | Form
holder | Détenteur | Houder | Holder
isChanged | Donnée modifiée | Gegeven gewijzigd | Fact changed
isOverdue | En retard | Te laat | Overdue
isValid | Valable | Geldig | Valid
mediaType | Type de fichier | Bestandstype | File type
projectId | Numéro du projet | Nummer van het project | Id of the project
providedTo | Remis à | Bezorgd aan | Given to
raisedAt | Signalé le | Gemeld op | Said on
sha256 | Empreinte SHA-256 | SHA-256-vingerafdruk | SHA-256 digest
silentOwners | Sans réponse | Zonder antwoord | Not answered
size | Taille en octets | Grootte in bytes | Size in bytes
statement | Motif de la contestation | Reden van de betwisting | Why it is disputed
supersededBy | Remplacé par | Vervangen door | Replaced by
text | En mots | In woorden | In words
validFrom | Valable à partir du | Geldig vanaf | Valid from
validUntil | Valable jusqu'au | Geldig tot | Valid until
`;
