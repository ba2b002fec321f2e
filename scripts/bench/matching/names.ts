/**
 * Names for the bench of matching: enough of them, and as unevenly borne as names are, that namesakes are as frequent as in town. Some are
 * written in several ways. Who bears what says nothing of anyone.
 */
import type { Random } from "@parcours/shared/demonstration/random";

interface Community {
  readonly weight: number;
  readonly women: Ranked;
  readonly men: Ranked;
  readonly families: Ranked;
}

/** Names by how often they are borne: the frequency falls with the rank. */
class Ranked {
  readonly #sums: number[] = [];

  constructor(private readonly names: readonly string[]) {
    let sum = 0;
    for (let rank = 0; rank < names.length; rank += 1) this.#sums.push((sum += 1 / (rank + 6)));
  }

  pick(random: Random): string {
    const wanted = random.unit() * (this.#sums.at(-1) ?? 0);
    const place = this.#sums.findIndex((sum) => sum > wanted);
    return this.names[Math.max(place, 0)] ?? "";
  }
}

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);
const ranked = (text: string): Ranked => new Ranked(words(text));
/** Every stem bare, then with each of the particles: the bare ones are the most frequent. */
const withParticles = (stems: string, particles: string): Ranked => {
  const bare = words(stems);
  return new Ranked([...bare, ...words(particles).flatMap((particle) => bare.map((stem) => `${particle} ${stem}`))]);
};

const communities: readonly Community[] = [
  {
    weight: 34,
    women: ranked(
      "Marie, Sophie, Isabelle, Nathalie, Catherine, Anne, Julie, Camille, Céline, Laura, Sarah, Émilie, Valérie, Véronique, Christine, Aurélie, Charlotte, Stéphanie, Caroline, Laurence, Pauline, Virginie, Sandrine, Delphine, Hélène, Manon, Chloé, Léa, Mathilde, Françoise, Martine, Dominique, Brigitte, Patricia, Florence, Élise, Justine, Alice, Clara, Louise, Anne-Sophie, Marie-Claire, Noémie, Audrey, Mélanie, Sabrina, Vanessa, Fabienne, Béatrice, Geneviève, Margaux, Zoé, Inès, Élodie, Cécile, Claire, Muriel, Myriam, Sylvie, Colette",
    ),
    men: ranked(
      "Nicolas, Thomas, Philippe, Michel, Olivier, Pierre, Jean, Marc, Alexandre, Julien, Maxime, Vincent, Christophe, Laurent, François, Antoine, David, Benoît, Frédéric, Éric, Patrick, Stéphane, Xavier, Luc, Daniel, Guillaume, Arnaud, Jérôme, Sébastien, Mathieu, Quentin, Simon, Jean-Marc, Jean-Pierre, Louis, Hugo, Lucas, Romain, Cédric, Fabrice, Didier, Thierry, Alain, Bernard, André, Paul, Georges, Étienne, Grégory, Loïc, Gaëtan, Raphaël, Damien, Bruno, Serge, Yves, Gilles, Denis, Adrien, Charles",
    ),
    families: withParticles(
      "Dubois, Lambert, Dupont, Martin, Simon, Laurent, Leclercq, Lejeune, Denis, Renard, Lefèvre, Dumont, François, Gérard, Noël, Legrand, Fontaine, Charlier, Collard, Thomas, Henry, Bodart, Delvaux, Simonis, Collignon, Hanquet, Étienne, Delcourt, Marchal, Mathieu, Georges, Gilles, Remy, Michel, Bertrand, Leroy, Lemaire, Deprez, Dechamps, Lenoir, Petit, Robert, Dupuis, Baudouin, Jacquet, Maréchal, Evrard, Pirard, Pirotte, Piette, Stevens, Nicolas, Claude, Hubert, Urbain, Wauters, Vincent, Poncelet, Servais, Rousseau, Hardy, Gillet, Guillaume, Grégoire, Masson, Lecomte, Leonard, Bastin, Bernard, Antoine, Carlier, Delhaye, Demoulin, Lacroix, Toussaint, Gillard, Henrard, Courtois, Deschamps, Thiry, Jadot, Libert, Libois, Magis, Mignon, Monfort, Noirhomme, Paquet, Philippart, Pierard, Quoilin, Raskin, Roland, Sacré, Schmitz, Stassart, Tilman, Vandamme, Villers, Warnier, Wery, Wilmet, Close, Crahay, Cornet",
      "de, Du, Le, de la",
    ),
  },
  {
    weight: 26,
    women: ranked(
      "An, Sofie, Katrien, Els, Ilse, Sarah, Eva, Emma, Lien, Hanne, Charlotte, Leen, Griet, Lies, Karen, Nele, Tine, Evelien, Annelies, Sara, Veerle, Kim, Lotte, Marijke, Joke, Liesbeth, Ellen, Inge, Goedele, Hilde, Ann, Kristien, Greet, Sabine, Nathalie, Annick, Julie, Elke, Silke, Femke, Noor, Jana, Lore, Ine, Fien, Marleen, Rita, Martine, Carine, Sigrid, Heidi, Tinne, Barbara, Saskia, Anneleen, Mieke, Lieve, Bieke, Astrid, Elien",
    ),
    men: ranked(
      "Jan, Bart, Peter, Tom, Koen, Wim, Dirk, Luc, Geert, Kris, Pieter, Johan, Jeroen, Stijn, Filip, Thomas, Jonas, Bram, Wouter, Kristof, Frederik, Steven, Maarten, Dries, Joris, Sven, Kurt, Hans, Frank, Stefan, Mark, Guy, Erik, Rik, Karel, Hendrik, Marc, Patrick, Yves, Danny, Ruben, Simon, Matthias, Lars, Niels, Ward, Jef, Lieven, Raf, Gert, Tim, Nick, Kevin, Davy, Joost, Willem, Arne, Sander, Robbe, Senne",
    ),
    families: withParticles(
      "Janssens, Peeters, Maes, Jacobs, Mertens, Willems, Claes, Goossens, Wouters, Vermeulen, Michiels, Hermans, Aerts, Martens, Pauwels, Hendrickx, Smets, Bogaerts, Thijs, Lenaerts, Stevens, Segers, Desmet, Cools, Coppens, Verbeke, Vercammen, Verstraete, Verhoeven, Declercq, Dewitte, Deconinck, Bosmans, Beckers, Cuypers, Daems, Devos, Gielen, Geerts, Huybrechts, Leemans, Lemmens, Luyten, Moons, Nijs, Nys, Raes, Roels, Sels, Simons, Theunis, Timmermans, Torfs, Vets, Wuyts, Wellens, Broeck, Velde, Bossche, Berghe, Damme, Eynde, Dyck, Hoof, Houten, Looy, Mol, Hove, Walle, Sande, Steen, Straeten, Meersche, Poel, Putte, Kerckhove, Heuvel, Hende, Driessche, Abeele, Elst, Auwera, Cruyce, Linden, Veken, Borre",
      "Van, Van den, Van de, Van der, De",
    ),
  },
  {
    weight: 20,
    women: ranked(
      "Fatima, Khadija, Aïcha, Samira, Nadia, Naima, Malika, Rachida, Hafida, Karima, Latifa, Saïda, Amina, Imane, Sara, Yasmina, Nora, Salma, Hanane, Houda, Ilham, Ikram, Meryem, Mariam, Siham, Soumaya, Najat, Zineb, Zohra, Loubna, Laila, Leïla, Hafsa, Farida, Souad, Sanae, Bouchra, Btissam, Dounia, Ghizlane",
    ),
    men: ranked(
      "Mohamed, Ahmed, Rachid, Youssef, Karim, Hassan, Said, Mustapha, Abdelkader, Ali, Omar, Bilal, Hamza, Ayoub, Ibrahim, Hicham, Nabil, Khalid, Jamal, Driss, Tarik, Soufiane, Mehdi, Samir, Abdellah, Aziz, Brahim, Hussein, Ismail, Farid, Mimoun, Anouar, Zakaria, Reda, Othmane, Najib, Redouane, Yassine, Adil, Noureddine",
    ),
    families: withParticles(
      "Khattabi, Amrani, Idrissi, Haddad, Bouzid, Chérif, Abdallah, Hamou, Amrouche, Zerouali, Mansouri, Ouali, Yahyaoui, Bakkali, Boulahrir, Azzouzi, Hajji, Moussaoui, Allaoui, Daoudi, Fassi, Ghazi, Jabri, Kaddouri, Lamrani, Mokhtari, Naciri, Ouahabi, Rahmani, Sabri, Tahiri, Touzani, Yacoubi, Zaoui, Ziani, Bennani, Bouchta, Chaoui, Filali, Guessous, Hilali, Jebari, Khalfi, Louah, Marzouki, Nejjari, Ouariachi, Raïssi, Saidi, Taouil",
      "El, Ben, Ait, Oulad",
    ),
  },
  {
    weight: 6,
    women: ranked(
      "Ayşe, Fatma, Emine, Hatice, Zeynep, Elif, Meryem, Şule, Gül, Özlem, Sevgi, Yasemin, Hülya, Derya, Esra, Büşra",
    ),
    men: ranked(
      "Mehmet, Mustafa, Ahmet, Ali, Hüseyin, Hasan, İbrahim, Emre, Murat, Ömer, Yusuf, Osman, Serkan, Burak, Çetin, Gökhan",
    ),
    families: ranked(
      "Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Aslan, Çetin, Kara, Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Erdoğan, Güneş, Aksoy, Bulut, Güler, Tekin, Yavuz, Uçar, Bayram",
    ),
  },
  {
    weight: 8,
    women: ranked(
      "Grâce, Esther, Chantal, Aminata, Fatou, Mireille, Béatrice, Divine, Mariama, Aïssatou, Kadiatou, Clarisse, Gloria, Nadège, Solange, Christelle",
    ),
    men: ranked(
      "Mamadou, Patrick, Christian, Ibrahima, Moussa, Dieudonné, Jean-Pierre, Héritier, Alpha, Thierno, Amadou, Ousmane, Boubacar, Trésor, Fiston, Cédric",
    ),
    families: ranked(
      "Diallo, Bah, Barry, Sow, Mukendi, Kabongo, Ilunga, N'Diaye, Traoré, Camara, Keita, Tshibangu, Lumbala, Kalala, Ngoy, Kasongo, N'Guessan, Ouédraogo, Habimana, Uwimana, Mbuyi, Mulumba, Tshimanga, Diop, Fall, Sylla, Balde, Cissé, Konaté, Touré, Mutombo, Nkulu",
    ),
  },
  {
    weight: 6,
    women: ranked(
      "Maria, Ana, Elena, Giulia, Francesca, Carmen, Lucía, Agnieszka, Małgorzata, Ioana, Andreea, Katarzyna, Inês, Conceição, Teresa, Cristina, Daniela, Olena, Kateryna, Anna",
    ),
    men: ranked(
      "Antonio, José, Giuseppe, Marco, Andrei, Mihai, Paweł, Łukasz, Krzysztof, João, Carlos, Manuel, Luca, Ștefan, Georgi, Tomáš, Piotr, Dmitri, Oleksandr, Ivan",
    ),
    families: ranked(
      "Rossi, Russo, Ferrari, García, Martínez, Fernández, López, Muñoz, da Silva, dos Santos, Ferreira, Pereira, Costa, Oliveira, Nowak, Kowalski, Wójcik, Wiśniewski, Popescu, Ionescu, Popa, Dumitrescu, Ivanov, Petrov, Dimitrov, Novák, Łukasik, Shevchenko, Bondarenko, Kovalenko, D'Angelo, Dell'Acqua, Lo Presti, Peña, Gonçalves, Esposito",
    ),
  },
];

/** A name, and the community of names it came from: relatives draw from the same. */
export interface DrawnName {
  readonly given: string;
  readonly family: string;
  readonly community: number;
}

/** Given names of the lists above that are one name: no parents give them to twins. */
const oneName = words(
  "Jan Johan, Peter Pieter, Marc Jean-Marc, Pierre Jean-Pierre, Anne Anne-Sophie, Marie Marie-Claire, Steven Stefan, Willem Wim, Kris Kristof, Lies Els Liesbeth Élise, Lotte Charlotte, Sara Sarah, An Ann Anne Anna, Marc Mark, Fatima Fatma, Luc Luk, Hendrik Rik, Erik Éric, Sofie Sophie, Maria Marie, Meryem Mariam, Leïla Laila, Thomas Tom",
).map((group) => group.split(" "));

/** Whether two given names are one. */
export function areOneName(one: string, other: string): boolean {
  return one === other || oneName.some((group) => group.includes(one) && group.includes(other));
}

/** Draws a name. */
export function drawName(random: Random): DrawnName & { readonly isWoman: boolean } {
  const community = random.weighted(communities.map(({ weight }, place) => [place, weight] as const));
  const isWoman = random.chance(0.45);
  const family = drawFamily(random, community);
  const doubled = random.chance(0.02) ? `${family}-${drawFamily(random, community)}` : family;
  return { given: drawGiven(random, community, isWoman), family: doubled, community, isWoman };
}

/** Draws a given name of a community. */
export function drawGiven(random: Random, community: number, isWoman: boolean): string {
  const { women, men } = communities[community] ?? { women: ranked("Maria"), men: ranked("Jan") };
  return (isWoman ? women : men).pick(random);
}

/** Draws a family name of a community. */
export function drawFamily(random: Random, community: number): string {
  return communities[community]?.families.pick(random) ?? "Peeters";
}
