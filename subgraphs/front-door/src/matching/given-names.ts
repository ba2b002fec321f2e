/** Given names that are one name in two languages or two spellings of one, folded. A person may be known by each of them. */

const text = `
jean jan johan johannes jehan john | pierre pieter peter piet petrus | marie maria marij | luc luk lucas lukas
catherine katrien katrijn catharina katharina kathleen | isabelle isabel isabella | frederic frederik fred freek
etienne stefaan steven stefan stephane stephan | philippe filip philip flip | georges joris georg george joeri
charles karel carl karl | francois frans franciscus francis | guillaume willem wim william | louis lodewijk ludovic lode
jacques jacob jaak jakob jacobus | joseph jozef jef josef | michel michiel michael | antoine anton antoon antonius toon
andre andreas andries | paul pol paulus | nicolas nicolaas klaas nico nicolae | henri hendrik henk rik henry
jeanne johanna jana | anne anna an annie | elise elisabeth liesbeth els lies elizabeth | marguerite margriet greet griet margaretha
laurent laurens laurentius | mathieu matthias mattheus matthijs thijs matthieu mathias | thierry dirk diederik
gerard geert gert gerrit | helene helena leen | julie julia | sophie sofie sofia sophia | christine kristien christina kristin kristine
christophe kristof christoffel christopher | martin maarten marten | benoit benedict benedictus | robert robrecht rob
roger rogier | alexandre alexander xander sander alex | veronique veronica | monique monica | nathalie natalie natalia
cecile cecilia | victor viktor | eric erik | marc mark marcus | simon siemen | thomas tom | gregoire gregory gregor
lucie lucia lucy | marthe martha | therese theresia teresa theresa | rose roos rosa | denis denijs dennis
baudouin boudewijn | gauthier wouter walter gautier | gilles gillis egidius | hubert huib hubrecht | lievin lieven livinus
yves ivo yvo | regine regina | edouard eduard edward | emile emiel | eugene eugeen | felicien felix | ferdinand fernand
gustave gustaaf staf | jules julius juul | leon leo | maurice maurits | oscar oskar | raymond raimond | rodolphe rudolf rudi
theodore theo theodoor | urbain urbanus | valere valeer | xavier xaveer | agathe agatha | alice aleida | beatrice beatrijs
brigitte birgit | charlotte lotte | claire clara klara | dominique dominica dominiek | emilie emilia | eve eva | francoise francisca
genevieve genoveva | gertrude geertrui trui | jacqueline jacoba | josephine jozefien fien josefien | madeleine magdalena leentje
michele michaela | noelle noella | pascale paschalina | pauline paulina | suzanne suzanna susanna | virginie virginia
mohamed muhammad mohammed mohammad mouhamed mohamad | ahmed ahmad ahmet | youssef yusuf yousef yussuf youcef | fatima fatma fatimah fatime
said saeed | rachid rashid | khadija khadijah hadija | aicha aisha ayse aysha | hussein husayn hussain houssine | omar umar omer
oussama usama osama | abdallah abdullah abdellah | ibrahim ebrahim brahim | mustafa mostafa moustafa mustapha | soufiane sofiane sufyan
jerome hieronymus | sergei sergey serge | dmitri dimitri dmitry | oleksandr aleksandr | yuriy yuri iouri | kateryna ekaterina
`;

const groupOf = new Map<string, number>(
  text
    .trim()
    .split(/[|\n]/)
    .flatMap((group, place) =>
      group
        .trim()
        .split(/\s+/)
        .map((name): [string, number] => [name, place]),
    ),
);

/** Whether two words are one given name in two languages or spellings. */
export function areVariants(one: string, other: string): boolean {
  const group = groupOf.get(one);
  return group !== undefined && group === groupOf.get(other);
}

/** Common names that stand in no group above: a word of these is no typing error of another. */
const alone = new Set(
  `camille chloe laurence aurelie oceane zoe laetitia manon louise hanne anneleen ilse noor marijke veerle joke lien lisa
   jan bart koen jeroen stijn dries ruben loic cedric olivier gaetan raphael nora amina samira yasmina imane naima salma hafsa leila ikram
   bilal karim hamza mehdi tarik elif zeynep emine gul sule mehmet emre hasan huseyin cetin grace esther chantal mireille aminata fatou
   divine patrick christian moussa mamadou kevin giulia francesca carmen ines elena giuseppe marco jose luca tiago agnieszka ioana andreea
   andrei mihai georgi emily sarah hannah oliver lars wei minh lore lara laura lena lina mila mona nina nora sara sanne sien silke tine
   jelle jens joost jonas jules kobe lander lars leon lowie mats milan noah robbe senne seppe sven tibo timo tuur vic wout yannick`.split(
    /\s+/,
  ),
);

/** Whether a word is a given name that many have. */
export function isGivenName(word: string): boolean {
  return groupOf.has(word) || alone.has(word);
}
