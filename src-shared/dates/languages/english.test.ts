import { describe, expect, it } from 'vitest';
import { type Phrase, readPhrase } from './phrase-table';

/** Date of the article (a Monday, none, or only a month or year) and its sentences. */
const tables: readonly (readonly [articleDate: string, phrases: readonly Phrase[]])[] = [
  [
    '2025-10-27',
    [
      // Days
      ['On Monday, October 27, 2025, the ministry confirmed the deployment.', '2025-10-27'],
      ['The treaty was signed on 1 March 2019 in Geneva.', '2019-03-01'],
      ['The memo dated Sept. 5, 2021 was never released.', '2021-09-05'],
      ['The meeting will take place on November 3 in Brussels.', '2025-11-03'],
      ['The plant was hit on Sept. 12 by two drones.', '2025-09-12'],
      ['He was arrested on December 30 at the airport.', '2024-12-30'],
      ['The log for 2023-11-08 shows otherwise.', '2023-11-08'],
      ['Yesterday, the governor denied the figures.', '2025-10-26'],
      ['The talks will resume tomorrow in Doha.', '2025-10-28'],
      ['Three days ago the mayor promised an inquiry.', '2025-10-24'],
      ['The spokesman declined to answer on Wednesday.', '2025-10-22'],
      ['The council will meet on Thursday behind closed doors.', '2025-10-30'],
      ['Three witnesses were heard last Friday.', '2025-10-24'],
      ['The vote is due next Tuesday.', '2025-10-28'],
      ['He spoke to reporters on Monday morning.', '2025-10-27'],
      ['The body was found on the 19th of October.', '2025-10-19'],
      ['On the 14th, the shelling stopped.', '2019-03-14', 'The first shots were fired in March 2019.'],
      ['The bridge was closed on Tuesday of last week.', '2025-10-21'],
      ['The deal was announced the day before yesterday.', '2025-10-25'],
      ['A curfew was declared on 10/27/2025.', '2025-10-27'],
      // Months, seasons, years
      ['In July, two hundred jobs were cut.', '2025-07'],
      ['The law was passed in December.', '2024-12'],
      ['The law will be put to a vote in January.', '2026-01'],
      ['The October 2022 elections had been postponed.', '2022-10'],
      ['The first deliveries began in late September.', '2025-09'],
      ['In mid-August 2024 the dam gave way.', '2024-08'],
      ['He resigned last March.', '2025-03'],
      ['The offensive began in the spring of 2023.', '2023-21'],
      ['The harvest was lost last autumn.', '2024-23'],
      ['In 2019, the firm had thirty employees.', '2019'],
      ['It filed for bankruptcy in early 2024.', '2024'],
      ['The 2022 invasion changed the debate.', '2022'],
      ['Prices doubled last year.', '2024'],
      ['He was still in Kyiv last month.', '2025-09'],
      ['The strike was called off last week.', '2025-10-20/2025-10-26'],
      ['The village was founded around 1850.', '1850~'],
      ['In the 1990s the mine employed the whole town.', '199X'],
      ['The house, built in the 19th century, burned down.', '18XX'],
      ['The project was dropped two years ago.', '2023~'],
      ['In July, the truce was broken.', '2019-07', 'The two sides had signed a truce in May 2019.'],
      // Intervals
      ['Shipments have tripled since 2024.', '2024/..'],
      ['She has lived in Seoul since March 2021.', '2021-03/..'],
      ['He ran the agency between 2019 and 2021.', '2019/2021'],
      ['He ran the agency from 2019 to 2021.', '2019/2021'],
      ['The festival ran from March 3 to March 7.', '2025-03-03/2025-03-07'],
      ['The port was blocked from March to June 2022.', '2022-03/2022-06'],
      ['The ban holds until January 15, 2026.', '../2026-01-15'],
      ['The site has been closed since Monday.', '2025-10-27/..'],
      ['He said the summit will be held on Dec. 5.', '2025-12-05'],
      ['The fair ran Sept. 3-7, 2024, in Lyon.', '2024-09-03/2024-09-07'],
      ['It rained in March and April 2024.', '2024-03'],
      ['The ban holds until Friday.', '../2025-10-31'],
      ['A week ago he left the city.', '2025-10-20~'],
      // Traps
      ['Some 600 soldiers arrived within 24 hours.', ''],
      ['Article 5 of the treaty provides for mutual aid.', ''],
      ['He may march on the capital in the second week.', ''],
      ['Prime Minister May said the plan would hold.', ''],
      ['The brigade has 2,000 men and 1990 vehicles.', ''],
      ['From 10 to 15 soldiers guard the bridge.', ''],
      ['The price rose from 1500 to 2000 dollars.', ''],
      ['He lives at 10 Downing Street.', ''],
      ['The shop is closed on Sundays and every Monday.', ''],
      ['Shoppers queued for Black Friday deals.', ''],
      ['The score was 3 to 2 before a crowd of 45,000.', ''],
      ['The report was published by The Sunday Times.', ''],
      ['About 2000 people signed the letter.', ''],
      ['The form was stamped 10/11/2025.', ''],
      ['The chapter runs to 1984 words.', ''],
      ['The channel BlackFriday and the app iMonday were shut.', ''],
      ['The unit PreMay was disbanded.', ''],
    ],
  ],
  [
    '',
    [
      ['Yesterday, in July and last Monday, he spoke.', ''],
      ['Three days ago he spoke.', ''],
      ['On 3 November 2024, he spoke.', '2024-11-03'],
    ],
  ],
];

describe.each(tables)('dates in English, the article being of “%s”', (articleDate, phrases) => {
  it.each(phrases.map((phrase) => ({ passage: phrase[0], expected: phrase[1], phrase })))(
    '$passage → $expected',
    ({ expected, phrase }) => {
      expect(readPhrase('en', articleDate, phrase)).toEqual({ best: expected, faulty: [] });
    },
  );
});
