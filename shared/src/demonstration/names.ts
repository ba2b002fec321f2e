/**
 * Names as Brussels bears them, with accents, apostrophes, particles and hyphens. The groups only keep given and family names plausible
 * together; which group a name came from is kept nowhere, because origin is never stored (R40).
 */
import type { Random } from "./random.js";
import type { PersonName, PreferredLanguage, Sex } from "./story.js";

interface NameGroup {
  readonly women: readonly string[];
  readonly men: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string): readonly string[] => text.split(/\s*,\s*/);

const french: NameGroup = {
  women: words(
    "Marie, Sophie, Chloé, Camille, Élise, Hélène, Anne-Sophie, Marie-Claire, Noëlle, Julie, Laurence, Nathalie, Aurélie, Océane, Zoé, Lætitia, Catherine, Isabelle, Manon, Louise",
  ),
  men: words(
    "Jean, Pierre, Thomas, Nicolas, François, Jean-Baptiste, Jean-Marc, Benoît, Jérôme, Loïc, Cédric, Olivier, Mathieu, Antoine, Étienne, Gaëtan, Raphaël, Guillaume, Luc, Philippe",
  ),
  families: words(
    "Dubois, Lambert, Dupont, Leclercq, Delvaux, D'Hondt, D'Haeyer, de Brouwer, du Bois d'Enghien, Lefèbvre, Hanquet, Collignon, Renard, Étienne, Lejeune, Simonis, Delcourt, de Villers, Gérard, Noël, Fontaine-Leroy, Van den Abeele, t'Serstevens, Dumont, Charlier",
  ),
};

const dutch: NameGroup = {
  women: words(
    "Maria, Lien, Katrien, An, Griet, Sofie, Eva, Hanne, Anneleen, Liesbeth, Els, Ilse, Lotte, Noor, Charlotte, Marijke, Veerle, Joke",
  ),
  men: words(
    "Jan, Pieter, Koen, Bart, Wim, Joris, Jeroen, Stijn, Dries, Karel, Frederik, Lieven, Jan-Willem, Maarten, Ruben, Thijs, Geert, Luk",
  ),
  families: words(
    "Janssens, Peeters, Van den Broeck, Van de Velde, De Smet, Claes, Wouters, Mertens, 't Kint, D'hoore, Vandenberghe, Van Damme, De Clercq, Goossens, Vermeulen, Van der Elst, De Cock, Hermans, Van 't Hof, Verstraete",
  ),
};

const others: readonly NameGroup[] = [
  {
    women: words("Fatima, Nora, Amina, Samira, Khadija, Yasmina, Imane, Naïma, Salma, Hafsa, Leïla, Ikram"),
    men: words("Mohamed, Youssef, Ahmed, Bilal, Karim, Rachid, Hamza, Yusuf, Mehdi, Saïd, Abdelhakim, Tarik"),
    families: words(
      "El Khattabi, Benali, Ait Hamou, El Amrani, Bouzid, Chérif, Ben Abdallah, El-Idrissi, Haddad, Amrouche, Oulad Ali, Zerouali",
    ),
  },
  {
    women: words("Ayşe, Elif, Zeynep, Fatma, Emine, Gül, Şule"),
    men: words("Mehmet, Mustafa, Emre, Ömer, Hüseyin, Çetin, Yusuf"),
    families: words("Yılmaz, Kaya, Demir, Şahin, Çelik, Öztürk, Aydın, Koç"),
  },
  {
    women: words("Grâce, Esther, Chantal, Béatrice, Mireille, N'Deye, Aminata, Fatou, Divine"),
    men: words("Patrick, Dieudonné, Christian, Jean-Pierre, Moussa, Mamadou, Héritier, Kevin, Ibrahima"),
    families: words(
      "Mukendi, Kabongo, Ilunga, N'Diaye, Diallo, Traoré, N'Guessan, Lumbala, Tshibangu, Ouédraogo, Habimana",
    ),
  },
  {
    women: words("Giulia, Francesca, Carmen, Lucía, Inês, Conceição, Maria, Elena, Sofia"),
    men: words("Giuseppe, Marco, José, Ángel, João, Antonio, Luca, Iñigo, Tiago"),
    families: words(
      "Rossi, D'Angelo, Dell'Acqua, García, Muñoz, da Silva, dos Santos, Ferreira, Lo Presti, Peña, Gonçalves, Martínez",
    ),
  },
  {
    women: words("Agnieszka, Małgorzata, Ioana, Elena, Andreea, Katarzyna, Desislava, Zuzana"),
    men: words("Paweł, Łukasz, Andrei, Mihai, Krzysztof, Ștefan, Georgi, Tomáš"),
    families: words("Nowak, Wójcik, Popescu, Ionescu, Kowalski, Dumitrescu, Ivanov, Łukasik, Novák"),
  },
  {
    women: words("Emily, Sarah, Siobhán, Ingrid, Hannah, Maëlle, Linh, Priya, Xiaoli"),
    men: words("James, Oliver, Seán, Lars, Jürgen, Björn, Minh, Arjun, Wei"),
    families: words(
      "O'Brien, O'Connor, Smith, Müller, Sørensen, Schröder, Nguyễn, Patel, Wang, McAllister, Papadopoulos, Singh",
    ),
  },
];

/** Given names that people write one way in French and another in Dutch. */
const spellings: readonly (readonly [string, string])[] = [
  ["Jean", "Jan"],
  ["Pierre", "Pieter"],
  ["Marie", "Maria"],
  ["Luc", "Luk"],
  ["Catherine", "Katrien"],
  ["Isabelle", "Isabel"],
  ["Frédéric", "Frederik"],
  ["Étienne", "Stefaan"],
  ["Philippe", "Filip"],
  ["Georges", "Joris"],
  ["Charles", "Karel"],
];

/** Somebody's name. The language somebody prefers says little about it, as in town. */
export function personName(random: Random, sex: Sex, language: PreferredLanguage): PersonName {
  const group = random.weighted<NameGroup>([
    [french, language === "NL" ? 2 : 30],
    [dutch, language === "NL" ? 40 : 8],
    ...others.map((other, place) => [other, place === 0 ? 16 : 6] as const),
  ]);
  const given = random.pick(sex === "F" || (sex !== "M" && random.chance(0.5)) ? group.women : group.men);
  const doubled = random.chance(0.02);
  const family = doubled
    ? `${random.pick(group.families)}-${random.pick(french.families)}`
    : random.pick(group.families);
  return { given, family };
}

/** How the other language community writes a name, where it writes it differently. */
export function otherSpellings(name: PersonName): readonly PersonName[] {
  return spellings.flatMap(([frenchGiven, dutchGiven]) =>
    name.given === frenchGiven
      ? [{ given: dutchGiven, family: name.family }]
      : name.given === dutchGiven
        ? [{ given: frenchGiven, family: name.family }]
        : [],
  );
}
