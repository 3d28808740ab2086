import { describe, expect, it } from 'vitest';
import { type Phrase, readPhrase } from './phrase-table';

/** Date of the article (a Monday, none, or only a month or year) and its sentences. */
const tables: readonly (readonly [articleDate: string, phrases: readonly Phrase[]])[] = [
  [
    '2025-10-27',
    [
      // Days
      ['Ce lundi 27 octobre 2025, le ministère a confirmé l’envoi de 600 militaires.', '2025-10-27'],
      ['Le traité a été signé le 1er mars 2019 à Genève.', '2019-03-01'],
      ['L’accord, daté du 14 juillet 2021, n’a jamais été publié.', '2021-07-14'],
      ['La réunion aura lieu le 3 novembre à Bruxelles.', '2025-11-03'],
      ['L’usine a été touchée le 12 septembre par deux drones.', '2025-09-12'],
      ['Il a été arrêté le 30 décembre à l’aéroport.', '2024-12-30'],
      ['Le sommet du vendredi 31 octobre reste maintenu.', '2025-10-31'],
      ['Le mardi 23 septembre, la cour a rendu son arrêt.', '2025-09-23'],
      ['Fait à Lyon, le 05/06/2024.', '2024-06-05'],
      ['Le relevé du 2023-11-08 montre le contraire.', '2023-11-08'],
      ['Hier, la préfecture a démenti ces chiffres.', '2025-10-26'],
      ['L’incident s’est produit avant-hier soir près du port.', '2025-10-25'],
      ['Les négociations reprendront demain matin.', '2025-10-28'],
      ['Il y a trois jours, le maire avait promis une enquête.', '2025-10-24'],
      ['Le bateau a quitté Marseille il y a dix jours.', '2025-10-17'],
      ['Mercredi, le porte-parole a refusé de répondre.', '2025-10-22'],
      ['Le conseil se réunira jeudi à huis clos.', '2025-10-30'],
      ['Vendredi dernier, trois témoins ont été entendus.', '2025-10-24'],
      ['Le vote est prévu mardi prochain.', '2025-10-28'],
      ['Selon l’agence, ce lundi matin, le pont était fermé.', '2025-10-27'],
      ['Le corps a été retrouvé le 19 octobre dernier.', '2025-10-19'],
      ['Le 27, il est parti sans prévenir.', '2025-10-27', 'Elle le voit souvent en octobre 2025.'],
      ['Puis, le 14, les combats ont cessé.', '2019-03-14', 'Les premiers tirs datent de mars 2019.'],
      // Months, seasons, years
      ['En juillet, deux cents emplois ont été supprimés.', '2025-07'],
      ['La loi a été adoptée en décembre.', '2024-12'],
      ['La loi sera votée en janvier.', '2026-01'],
      ['Les élections d’octobre 2022 avaient été reportées.', '2022-10'],
      ['Fin octobre, les premières livraisons ont commencé.', '2025-10'],
      ['Début septembre, la banque a fermé ses guichets.', '2025-09'],
      ['À la mi-août 2024, le barrage a cédé.', '2024-08'],
      ['Il avait démissionné en mars dernier.', '2025-03'],
      ['Le procès s’ouvrira en avril prochain.', '2026-04'],
      ['L’offensive a commencé au printemps 2023.', '2023-21'],
      ['À l’été 2022, le fleuve était à sec.', '2022-22'],
      ['L’automne dernier, la récolte avait été perdue.', '2024-23'],
      ['En 2019, l’entreprise comptait trente salariés.', '2019'],
      ['Fin 2023, elle a déposé le bilan.', '2023'],
      ['L’an dernier, les prix ont doublé.', '2024'],
      ['Le mois dernier, il était encore à Kiev.', '2025-09'],
      ['La semaine dernière, la grève a été suspendue.', '2025-10-20/2025-10-26'],
      ['Le village a été fondé vers 1850.', '1850~'],
      ['Dans les années 1990, la mine employait tout le bourg.', '199X'],
      ['Le quartier date des années 60.', '196X'],
      ['Le château, bâti au XIXe siècle, a brûlé.', '18XX'],
      ['Il y a deux ans, le projet a été abandonné.', '2023~'],
      ['En juillet, la trêve a été rompue.', '2019-07', 'En mai 2019, les deux camps ont signé une trêve.'],
      // Intervals
      ['Depuis 2024, les envois ont triplé.', '2024/..'],
      ['Elle vit à Séoul depuis mars 2021.', '2021-03/..'],
      ['Le site est fermé depuis lundi.', '2025-10-27/..'],
      ['Entre 2019 et 2021, il a dirigé l’agence.', '2019/2021'],
      ['Le festival s’est tenu du 3 au 7 mars.', '2025-03-03/2025-03-07'],
      ['De mars à juin 2022, le port est resté bloqué.', '2022-03/2022-06'],
      ['L’exposition est ouverte jusqu’au 15 janvier 2026.', '../2026-01-15'],
      ['Dans la nuit de samedi à dimanche, une explosion a été entendue.', '2025-10-25/2025-10-26'],
      ['La mesure s’appliquera à partir du 1er janvier 2026.', '2026-01-01/..'],
      ['La guerre de 1939-1945 a vidé le village.', '1939/1945'],
      ['Il est à Minsk de novembre à février.', '2024-11/2025-02'],
      ['Le musée rouvrira à partir de 2027.', '2027/..'],
      ['Le 4 et le 5 novembre 2024, il a plu.', '2024-11-04'],
      ['Le mardi 27 octobre 2025, il a signé.', '2025-10-27?'],
      ['« Je partirai en 2026 », avait-il dit en mars.', '2025-03'],
      ['Le pont est coupé depuis le printemps 2023.', '2023-03~/..'],
      ['Ce vendredi, la place sera noire de monde.', '2025-10-31'],
      ['Il y a une semaine, il a quitté la ville.', '2025-10-20~'],
      // Traps
      ['Quelque 600 militaires sont arrivés en 24 heures.', ''],
      ['L’article 5 du traité prévoit une aide mutuelle.', ''],
      ['Il a payé 1 000 euros pour le passage.', ''],
      ['Le 20 heures en a fait son ouverture.', ''],
      ['La brigade compte 2 000 hommes et 1 990 véhicules.', ''],
      ['De 10 à 15 soldats gardent le pont.', ''],
      ['Le prix est passé de 1500 à 2000 euros la tonne.', ''],
      ['Il habite au 27 de la rue de Mars.', ''],
      ['Le magasin ferme le dimanche et chaque mercredi.', ''],
      ['La place du 8 mai est en travaux.', ''],
      ['La semaine du 20 octobre a été chargée.', ''],
      ['La sonde a atteint Mars sans encombre.', ''],
      ['Robinson et son compagnon avaient marché 12 kilomètres.', ''],
      ['Un score de 3 à 2, devant 45 000 spectateurs.', ''],
      ['Le régiment a tiré 2019 obus sur la ville.', ''],
      ['Son livre raconte le monde d’hier.', ''],
      ['Environ 5 % des sondés, soit 1 200 personnes, hésitent.', ''],
    ],
  ],
  [
    '',
    [
      ['Hier, en juillet, puis lundi dernier, il a parlé.', ''],
      ['Le 3 novembre, tout a changé.', ''],
      ['Le 3 novembre 2024, tout a changé.', '2024-11-03'],
      ['Depuis 2024, tout a changé.', '2024/..'],
    ],
  ],
  [
    '2025-10',
    [
      ['Il a été nommé en juillet.', '2025-07'],
      ['Hier, il a été nommé.', ''],
      ['Le mois dernier, il a été nommé.', '2025-09'],
    ],
  ],
  [
    '2025',
    [
      ['Il a été nommé en juillet.', ''],
      ['L’an dernier, il a été nommé.', '2024'],
    ],
  ],
];

describe.each(tables)('dates in French, the article being of “%s”', (articleDate, phrases) => {
  it.each(phrases.map((phrase) => ({ passage: phrase[0], expected: phrase[1], phrase })))(
    '$passage → $expected',
    ({ expected, phrase }) => {
      expect(readPhrase('fr', articleDate, phrase)).toEqual({ best: expected, faulty: [] });
    },
  );
});
