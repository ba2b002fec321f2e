/** What each field is called on the page of a copy, by its name in the graph. A test asks for every field that a copy may hold. */
import type { LocalizedText } from "@parcours/shared/languages";
import { tableOfGiven } from "./given-labels.js";
import { readLabels } from "./read-labels.js";

/** By field name. */
export const fieldLabels: ReadonlyMap<string, Required<LocalizedText>> = readLabels(`${tableOfGiven}
accountsFiledLate | Comptes déposés en retard | Jaarrekening laattijdig neergelegd | Accounts filed late
action | Action | Handeling | Action
active | En cours | Lopend | Running
activities | Activités | Activiteiten | Activities
address | Adresse | Adres | Address
advance | Avance | Voorschot | Advance
advisorName | Conseiller | Adviseur | Adviser
agencies | Organismes | Instellingen | Agencies
agency | Organisme | Instelling | Agency
aidElement | Élément d'aide | Steunelement | Aid element
amount | Montant | Bedrag | Amount
amountAsked | Montant demandé | Gevraagd bedrag | Amount asked
amountNote | Remarque sur le montant | Opmerking bij het bedrag | Note on the amount
annualAccounts | Comptes annuels | Jaarrekeningen | Annual accounts
applications | Demandes de financement | Financieringsaanvragen | Funding applications
asOf | Situation au | Toestand op | As of
at | Date et heure | Datum en uur | Date and time
balanceTotal | Total du bilan | Balanstotaal | Balance total
bankLoan | Crédit bancaire | Bankkrediet | Bank loan
bankName | Banque | Bank | Bank
belongsTo | Appartient à | Behoort toe aan | Belongs to
besideApplication | Demande liée | Samenhangende aanvraag | Application beside it
birthDate | Date de naissance | Geboortedatum | Date of birth
box | Boîte | Bus | Box
branches | Succursales | Bijkantoren | Branches
breakGlasses | Accès d'urgence | Noodtoegang | Emergency access
brokenAt | Accès d'urgence le | Noodtoegang op | Emergency access at
byAgency | Par l'organisme | Door de instelling | By the agency
byRole | En qualité de | In de hoedanigheid van | In the role of
byYourself | Par vous-même | Door uzelf | By yourself
caseReference | Dossier ou appel | Dossier of oproep | Case or call
categories | Catégories montrées | Getoonde categorieën | Categories shown
category | Catégorie | Categorie | Category
causes | Causes | Oorzaken | Causes
channel | Canal | Kanaal | Channel
cheques | Chèques coworking | Coworkingcheques | Coworking cheques
classification | Classification | Indeling | Classification
closedAt | Clôturé le | Afgesloten op | Closed at
closedOn | Clôture | Afsluiting | Closed on
closesAt | Fermeture | Sluit om | Closes at
coaching | Accompagnement | Begeleiding | Coaching
coachingDossierId | Dossier d'accompagnement | Begeleidingsdossier | Coaching dossier
coachingRequirement | Accompagnement exigé | Vereiste begeleiding | Coaching required
code | Code | Code | Code
coInvestment | Co-investissement | Co-investering | Co-investment
coInvestments | Co-investissements | Co-investeringen | Co-investments
conditionsNotMet | Conditions non remplies | Niet-vervulde voorwaarden | Conditions not met
contactHistory | Coordonnées | Contactgegevens | Contact points
contactPoints | Coordonnées | Contactgegevens | Contact points
contacts | Coordonnées enregistrées | Geregistreerde contactgegevens | Registered contacts
contribution | Contribution | Bijdrage | Contribution
country | Pays | Land | Country
coveragePercent | Couverture (%) | Dekking (%) | Coverage (%)
credit | Crédit | Krediet | Credit
creditMediations | Médiation de crédit | Kredietbemiddeling | Credit mediation
daysLate | Jours de retard | Dagen te laat | Days late
decidedAt | Décidé le | Beslist op | Decided at
decision | Décision | Beslissing | Decision
denomination | Dénomination | Benaming | Name
difficultyCases | Dossiers de difficulté | Moeilijkhedendossiers | Difficulty cases
displayName | Nom affiché | Weergegeven naam | Display name
doneAt | Terminé le | Beëindigd op | Done at
doneOn | Fait le | Gedaan op | Done on
dossier | Dossier | Dossier | Dossier
dossiers | Dossiers d'accompagnement | Begeleidingsdossiers | Coaching dossiers
dueAt | Prévu le | Gepland op | Due at
dueOn | Échéance | Vervaldag | Due on
e164 | Numéro international | Internationaal nummer | International number
earlySignals | Signaux précoces | Vroege signalen | Early signals
endedOn | Terminé le | Beëindigd op | Ended on
endsAt | Fin | Einde | Ends at
enrolledAt | Inscrit le | Ingeschreven op | Enrolled at
enrolments | Inscriptions à des packages | Inschrijvingen voor pakketten | Enrolments in packages
enterprise | Entreprise | Onderneming | Enterprise
enterpriseLink | Lien avec l'entreprise | Band met de onderneming | Link to the enterprise
enterpriseNumber | Numéro d'entreprise | Ondernemingsnummer | Enterprise number
entitlements | Droits | Rechten | Entitlements
entrepreneur | Personne | Persoon | Person
entrepreneurId | Dossier | Dossier | File
equity | Fonds propres | Eigen vermogen | Equity
establishments | Établissements | Vestigingen | Establishments
extractNumber | Numéro de l'extrait | Nummer van het uittreksel | Number of the extract
extraInfo | Complément | Aanvulling | Extra information
family | Nom | Naam | Family name
familyName | Nom de famille | Familienaam | Family name
figures | Chiffres | Cijfers | Figures
filedLate | Déposé en retard | Laattijdig neergelegd | Filed late
filedOn | Déposé le | Neergelegd op | Filed on
financing | Financement | Financiering | Financing
flag | Signalement | Markering | Flag
followUps | Suivis | Opvolgingen | Follow-ups
forGrant | Pour l'aide | Voor de steun | For the grant
forGuarantee | Pour la garantie | Voor de waarborg | For the guarantee
formerIds | Identifiants antérieurs | Vroegere identificaties | Former ids
given | Prénom | Voornaam | Given name
givenAt | Donné le | Gegeven op | Given at
givenBy | Donné par | Gegeven door | Given by
givenName | Prénom | Voornaam | Given name
grant | Aide | Steun | Grant
grants | Aides accordées | Toegekende steun | Grants
group | Groupe | Groep | Group
guarantee | Garantie | Waarborg | Guarantee
guaranteed | Montant garanti | Gewaarborgd bedrag | Guaranteed
guaranteeKind | Sorte de garantie | Soort waarborg | Kind of guarantee
guarantees | Garanties | Waarborgen | Guarantees
heartbeat | Dernière réponse | Laatste antwoord | Last answer
heldAt | Tenu le | Gehouden op | Held at
helpers | Aidants | Hulpverleners | Helpers
holds | Contenu | Inhoud | Content
host | Organisme d'accueil | Ontvangende instelling | Host
houseNumber | Numéro | Nummer | House number
housing | Hébergement | Huisvesting | Housing
howGiven | Comment donné | Hoe gegeven | How it was given
id | Identifiant | Identificatie | Id
identifiedAt | Relevé le | Vastgesteld op | Found at
identifiedBy | Relevé par | Vastgesteld door | Found by
identityEvents | Fusions de dossiers | Samenvoegingen van dossiers | Merges of files
importedAt | Importé le | Ingevoerd op | Imported at
instrument | Instrument | Instrument | Instrument
instrumentAsPublished | Instrument (publié) | Instrument (gepubliceerd) | Instrument as published
intensity | Intensité | Intensiteit | Intensity
interactions | Contacts avec le 1819 | Contacten met 1819 | Contacts with 1819
isCoached | Accompagnement en cours | Begeleiding loopt | Is coached
isComplete | Complet | Volledig | Complete
juridicalSituation | Situation juridique (registre) | Rechtstoestand (register) | Legal situation as registered
kind | Sorte | Soort | Kind
label | Libellé | Omschrijving | Label
language | Langue | Taal | Language
legalForm | Forme juridique | Rechtsvorm | Legal form
legalSituation | Situation juridique | Rechtstoestand | Legal situation
level | Niveau | Niveau | Level
lookups | Qui a consulté vos données | Wie uw gegevens raadpleegde | Who looked at your data
lossYears | Années de perte | Verliesjaren | Years of loss
mandateHistory | Mandats | Mandaten | Mandates
mandates | Mandats | Mandaten | Mandates
matchReviews | Doublons possibles | Mogelijke dubbels | Possible duplicates
measureNumber | Numéro de la mesure | Nummer van de maatregel | Number of the measure
measureTitle | Titre de la mesure | Titel van de maatregel | Title of the measure
meeting | Sorte de rencontre | Soort gesprek | Kind of meeting
mergeId | Fusion de dossiers | Samenvoeging van dossiers | Merge of files
minutes | Durée (minutes) | Duur (minuten) | Minutes
months | Mois | Maanden | Months
motivation | Motivation | Motivering | Motivation
motivationDue | Motivation encore due | Motivering nog verschuldigd | Motivation still due
motivationLevel | Niveau de motivation | Niveau van motivering | Level of motivation
motivationRequested | Motivation demandée | Motivering gevraagd | Motivation requested
motive | Motif | Reden | Motive
municipality | Commune | Gemeente | Municipality
nace | Code NACE | NACE-code | NACE code
naceVersion | Version NACE | NACE-versie | NACE version
name | Nom | Naam | Name
names | Dénominations | Benamingen | Names
needs | Besoins relevés | Vastgestelde behoeften | Needs found
negativeEquity | Fonds propres négatifs | Negatief eigen vermogen | Negative equity
nis | Code INS | NIS-code | NIS code
noFollowUpReason | Raison de l'absence de suite | Reden van geen gevolg | Reason for no follow-up
nominalAmount | Montant nominal | Nominaal bedrag | Nominal amount
note | Note | Notitie | Note
number | Numéro | Nummer | Number
numberSince | Numéro depuis | Nummer sinds | Number since
objections | Oppositions | Bezwaren | Objections
objective | Objectif | Doel | Objective
objectiveAsPublished | Objectif (publié) | Doel (gepubliceerd) | Objective as published
occurredAt | Date | Datum | Date
ofYourself | Sur vous-même | Over uzelf | About yourself
open | Ouvert | Open | Open
openedAt | Ouvert le | Geopend op | Opened at
opensAt | Ouverture | Opent om | Opens at
openUntil | Ouvert jusqu'au | Open tot | Open until
origin | Origine | Oorsprong | Origin
other | Autre personne | Andere persoon | Other person
otherId | Autre dossier | Ander dossier | Other file
otherNames | Autres noms | Andere namen | Other names
outcome | Résultat | Resultaat | Outcome
owner | Source | Bron | Owner
owners | Sources | Bronnen | Owners
package | Package | Pakket | Package
paid | Payé | Betaald | Paid
paidOn | Payé le | Betaald op | Paid on
payments | Paiements | Betalingen | Payments
permanence | Permanence | Zitdag | Permanence
pitch | Présentation | Voorstelling | Pitch
pitchLanguage | Langue de la présentation | Taal van de voorstelling | Language of the pitch
place | Lieu | Plaats | Place
postcode | Code postal | Postcode | Postcode
preferredLanguage | Langue préférée | Voorkeurtaal | Preferred language
presence | Organismes qui vous connaissent | Instellingen die u kennen | Agencies that know you
privateInvestor | Investisseur privé | Private investeerder | Private investor
privateShare | Part privée | Privaat aandeel | Private share
project | Projet | Project | Project
projectEnterprise | Entreprise née du projet | Onderneming uit het project | Enterprise that came of the project
projects | Projets | Projecten | Projects
publicShare | Part publique | Publiek aandeel | Public share
publishedOn | Publié le | Gepubliceerd op | Published on
purpose | Finalité | Doel | Purpose
question | Question | Vraag | Question
raised | Total levé | Opgehaald | Raised
raw | Tel que noté | Zoals genoteerd | As written down
readyForCredit | Prêt pour un crédit | Klaar voor krediet | Ready for credit
reason | Raison | Reden | Reason
reasons | Motifs | Redenen | Reasons
receivedAt | Reçu le | Ontvangen op | Received at
recordedAt | Noté le | Genoteerd op | Recorded at
recordedBy | Noté par | Genoteerd door | Recorded by
recordedStage | Phase notée | Genoteerde fase | Stage as recorded
recordedTopic | Thème noté | Genoteerd thema | Topic as recorded
records | Nombre de données | Aantal gegevens | Records
reference | Référence | Referentie | Reference
referral | Orientation | Doorverwijzing | Referral
referrals | Orientations | Doorverwijzingen | Referrals
regime | Régime | Regeling | Scheme
registeredForm | Forme juridique (registre) | Rechtsvorm (register) | Legal form as registered
registrySource | Source du registre | Bron van het register | Source of the register
registryState | État dans le registre | Toestand in het register | State in the register
respondedAt | Réponse le | Antwoord op | Responded at
restart | Relance | Herstart | Restart
restartEnrolments | Inscriptions au package relance | Inschrijvingen voor herstart | Restart enrolments
restriction | Restriction | Beperking | Restriction
result | Résultat | Resultaat | Result
role | Qualité | Hoedanigheid | Role
score | Degré de ressemblance | Graad van gelijkenis | Likeness
sector | Secteur | Sector | Sector
selective | Sélectif | Selectief | Selective
session | Séance | Gesprek | Session
sessions | Séances d'accompagnement | Begeleidingsgesprekken | Coaching sessions
severity | Gravité | Ernst | Severity
sex | Sexe (statistiques) | Geslacht (statistiek) | Sex (statistics)
shared | Partagé avec d'autres | Gedeeld met anderen | Shared with others
sharingGrants | Partages accordés | Verleende toegang | What you opened to whom
signal | Signal | Signaal | Signal
since | Depuis | Sinds | Since
site | Site | Site | Site
snapshotDate | Date de l'extrait | Datum van het uittreksel | Date of the extract
source | Source | Bron | Source
sponsor | Parrain | Sponsor | Sponsor
squareMetres | Surface (m²) | Oppervlakte (m²) | Area (m²)
staff | Personnel | Personeel | Staff
stage | Phase | Fase | Stage
startDate | Date de début | Begindatum | Start date
startedOn | Commencé le | Begonnen op | Started on
startsAt | Début | Begin | Starts at
state | État | Toestand | State
stateAidAwards | Aides d'État | Staatssteun | State aid
status | Statut | Status | Status
stay | Séjour | Verblijf | Stay
stayKind | Sorte de séjour | Soort verblijf | Kind of stay
stays | Séjours | Verblijven | Stays
step | Étape | Stap | Step
steps | Étapes | Stappen | Steps
street | Rue | Straat | Street
struckOffOn | Radié le | Geschrapt op | Struck off on
successful | Réussi | Geslaagd | Successful
supports | Aides et soutiens | Steun en hulp | Help
testPhases | Phases de test | Testfases | Test phases
timeline | Ligne du temps | Tijdlijn | Timeline
title | Titre | Titel | Title
toAgency | Vers l'organisme | Naar de instelling | To the agency
toBePaid | À payer | Nog te betalen | To be paid
topic | Thème | Thema | Topic
total | Total | Totaal | Total
turnover | Chiffre d'affaires | Omzet | Turnover
type | Type | Type | Type
unit | Unité | Eenheid | Unit
until | Jusqu'au | Tot | Until
use | Affectation | Besteding | Use
value | Valeur | Waarde | Value
variant | Variante | Variant | Variant
version | Version | Versie | Version
visits | Visites de permanences | Bezoeken aan zitdagen | Visits to permanences
weekday | Jour de la semaine (1 = lundi) | Weekdag (1 = maandag) | Day of the week (1 = Monday)
weight | Poids | Gewicht | Weight
withdrawnAt | Retiré le | Ingetrokken op | Withdrawn at
withheld | Catégories non montrées | Niet getoonde categorieën | Categories withheld
year | Année | Jaar | Year
zipcode | Code postal | Postcode | Postcode
`);
