/** Small articles in four languages for judging the search: eleven subjects, each once in each language. */

export interface JudgedDocument {
  /** Language and subject: `fr.pact`. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly site: string;
  readonly date: string;
  readonly labels: readonly string[];
}

const article = (
  id: string,
  title: string,
  date: string,
  text: string,
  labels: readonly string[] = [],
): JudgedDocument => ({
  id,
  title,
  text,
  site: `Courrier ${id.slice(0, 2)}`,
  date,
  labels,
});

const french: readonly JudgedDocument[] = [
  article(
    'fr.pact',
    'Un traité d’alliance entre Moscou et Pyongyang',
    '2024-06-19',
    'La Russie et la Corée du Nord ont signé un traité d’alliance stratégique. Les deux généraux présents ont salué l’accord. L’entente prévoit une assistance militaire mutuelle.',
    ['politique/asie'],
  ),
  article(
    'fr.grain',
    'Les exportations de céréales reprennent en mer Noire',
    '2023-08-02',
    'Des cargos chargés de blé ont quitté le port. Les négociations sur le couloir maritime ont duré six semaines. Les exportateurs craignent une hausse des assurances.',
    ['économie'],
  ),
  article(
    'fr.rail',
    'La ligne de chemin de fer rouvre après trois ans de travaux',
    '2025-03-11',
    'Les trains circulent de nouveau entre les deux vallées. Les cheminots ont posé quarante kilomètres de rails. Un train de marchandises a ouvert la voie.',
    ['transport'],
  ),
  article(
    'fr.drought',
    'Sécheresse: les éleveurs demandent de l’aide',
    '2022-07-25',
    'Les rivières sont à sec et les troupeaux manquent d’eau. Les agriculteurs réclament une indemnité. Le préfet a restreint l’arrosage.',
    ['climat'],
  ),
  article(
    'fr.museum',
    'Le musée expose des œuvres retrouvées',
    '2025-01-20',
    'Une œuvre volée en 1943 revient au musée. Les tableaux étaient conservés dans une ferme. L’exposition ouvre samedi.',
    ['culture'],
  ),
  article(
    'fr.vote',
    'Les électeurs votent dans le calme',
    '2024-07-07',
    'Les bureaux de vote ont ouvert à huit heures. Le maire sortant affronte une ancienne ministre. La participation dépasse celle de l’élection précédente.',
    ['politique'],
  ),
  article(
    'fr.strike',
    'Grève à l’usine de pneus',
    '2023-11-14',
    'Les ouvriers ont cessé le travail lundi. Le syndicat demande une hausse des salaires. La direction propose une négociation jeudi.',
    ['économie'],
  ),
  article(
    'fr.hospital',
    'Un nouvel hôpital pour la côte',
    '2024-02-09',
    'L’hôpital comptera trois cents lits. Des médecins retraités acceptent de revenir. Une infirmière raconte les urgences saturées.',
    ['santé'],
  ),
  article(
    'fr.match',
    'Le gardien sauve la finale',
    '2025-05-31',
    'Le gardien a arrêté deux tirs au but. Les joueurs ont fêté la victoire dans la ville. Le stade affichait complet.',
    ['sport'],
  ),
  article(
    'fr.port',
    'Le port agrandit ses quais',
    '2025-09-03',
    'Des navires plus longs pourront accoster. Le quai nord gagnera deux cents mètres. Les pêcheurs redoutent la poussière de charbon.',
    ['transport'],
  ),
  article(
    'fr.hack',
    'Des pirates informatiques bloquent la mairie',
    '2025-10-12',
    'Les serveurs de la mairie sont chiffrés depuis dimanche. Les pirates exigent une rançon. Aucune donnée médicale de l’hôpital n’a été touchée.',
    ['sécurité'],
  ),
];

const english: readonly JudgedDocument[] = [
  article(
    'en.pact',
    'Moscow and Pyongyang sign mutual defence treaty',
    '2024-06-20',
    'Russia and North Korea signed a treaty promising help in war. Diplomats had negotiated for months. Analysts call the alliance the closest since 1961.',
    ['politics/asia'],
  ),
  article(
    'en.grain',
    'Grain ships leave Black Sea ports again',
    '2023-08-03',
    'Three ships carrying wheat sailed at dawn. Insurers raised their prices. Negotiators say the agreement may hold until winter.',
    ['economy'],
  ),
  article(
    'en.rail',
    'Mountain railway reopens after landslide',
    '2025-03-14',
    'Trains returned to the valley on Friday. Engineers rebuilt two bridges. Freight companies had used trucks for three years.',
    ['transport'],
  ),
  article(
    'en.drought',
    'Farmers count losses in a dry summer',
    '2022-08-01',
    'The drought has emptied reservoirs. Cattle were sold early. Countries upstream were asked to release water.',
    ['climate'],
  ),
  article(
    'en.museum',
    'Stolen painting returns to the museum',
    '2025-01-22',
    'A painting taken during the war hangs in the gallery again. Historians followed its trail through letters. The museum will display the letters too.',
    ['culture'],
  ),
  article(
    'en.vote',
    'Turnout high as voters choose a mayor',
    '2024-07-08',
    'Voting was calm in the city. The mayor faces a former minister. Ballots will be counted overnight.',
    ['politics'],
  ),
  article(
    'en.strike',
    'Tyre factory workers walk out',
    '2023-11-15',
    'Workers stopped the lines on Monday. The union wants higher wages. Managers offered to negotiate on Thursday.',
    ['economy'],
  ),
  article(
    'en.hospital',
    'Coastal hospital to open in spring',
    '2024-02-12',
    'The hospital will have three hundred beds. Retired doctors are returning. Nurses describe crowded emergency rooms.',
    ['health'],
  ),
  article(
    'en.match',
    'Goalkeeper wins the final',
    '2025-06-01',
    'The goalkeeper stopped two penalties. Players celebrated in the streets. It was the club’s first victory in forty years.',
    ['sport'],
  ),
  article(
    'en.port',
    'Port to build longer quays',
    '2025-09-05',
    'Longer ships will be able to dock. Fishermen fear coal dust. The harbour office promises measurements.',
    ['transport'],
  ),
  article(
    'en.hack',
    'Ransomware locks town hall computers',
    '2025-10-13',
    'Hackers encrypted the servers of the town hall. They demand a ransom in cryptocurrency. Police advise against paying.',
    ['security'],
  ),
];

const russian: readonly JudgedDocument[] = [
  article(
    'ru.pact',
    'Россия и КНДР подписали договор о партнёрстве',
    '2024-06-19',
    'Договор подписан в Пхеньяне. Стороны обещают друг другу военную помощь. Переговоры шли несколько месяцев, Северная Корея настаивала на союзе.',
    ['политика/азия'],
  ),
  article(
    'ru.grain',
    'Суда с зерном вышли из порта',
    '2023-08-02',
    'Три судна с пшеницей вышли в Чёрное море. Страховщики подняли цены. О соглашении договаривались шесть недель.',
    ['экономика'],
  ),
  article(
    'ru.rail',
    'Железная дорога в горах снова открыта',
    '2025-03-12',
    'Поезда вернулись в долину. Рабочие восстановили два моста. Первый поезд вёз грузы.',
    ['транспорт'],
  ),
  article(
    'ru.drought',
    'Засуха: фермеры просят о помощи',
    '2022-07-26',
    'Реки обмелели, скоту не хватает воды. Фермеры продают стада. Власти ограничили полив.',
    ['климат'],
  ),
  article(
    'ru.museum',
    'Музей показывает найденные картины',
    '2025-01-21',
    'Картина, украденная во время войны, вернулась в музей. Историки нашли её по письмам. Выставка откроется в субботу.',
    ['культура'],
  ),
  article(
    'ru.vote',
    'Избиратели выбирают мэра',
    '2024-07-07',
    'Выборы проходят спокойно. Мэр соперничает с бывшим министром. Явка выше прошлогодней.',
    ['политика'],
  ),
  article(
    'ru.strike',
    'Забастовка на шинном заводе',
    '2023-11-14',
    'Рабочие остановили завод в понедельник. Профсоюз требует повысить зарплаты. Директор предложил переговоры.',
    ['экономика'],
  ),
  article(
    'ru.hospital',
    'Новая больница на побережье',
    '2024-02-10',
    'В больнице будет триста коек. Врачи-пенсионеры возвращаются. Медсёстры говорят о переполненных палатах.',
    ['здоровье'],
  ),
  article(
    'ru.match',
    'Вратарь спас финал',
    '2025-05-31',
    'Вратарь отбил два пенальти. Игроки праздновали победу в городе. Стадион был полон.',
    ['спорт'],
  ),
  article(
    'ru.port',
    'Порт строит новые причалы',
    '2025-09-04',
    'Длинные суда смогут причаливать. Рыбаки боятся угольной пыли. Северный причал вырастет на двести метров.',
    ['транспорт'],
  ),
  article(
    'ru.hack',
    'Хакеры заблокировали мэрию',
    '2025-10-12',
    'Серверы мэрии зашифрованы с воскресенья. Хакеры требуют выкуп. Полиция советует не платить.',
    ['безопасность'],
  ),
];

const korean: readonly JudgedDocument[] = [
  article(
    'ko.pact',
    '북한과 러시아, 조약에 서명',
    '2024-06-20',
    '북한은 러시아와 동맹 조약을 맺었다. 두 나라는 군사 지원을 약속했다. 평양에서 정상회담이 열렸다.',
    ['정치/아시아'],
  ),
  article(
    'ko.grain',
    '흑해 항구에서 곡물 수출 재개',
    '2023-08-03',
    '밀을 실은 배 세 척이 항구를 떠났다. 보험료가 올랐다. 협상은 여섯 주 동안 이어졌다.',
    ['경제'],
  ),
  article(
    'ko.rail',
    '산악 철도 다시 개통',
    '2025-03-13',
    '열차가 계곡으로 돌아왔다. 기술자들은 다리 두 개를 다시 지었다. 첫 열차는 화물을 실었다.',
    ['교통'],
  ),
  article(
    'ko.drought',
    '가뭄으로 농민들 피해',
    '2022-07-27',
    '강이 마르고 소들이 마실 물이 없다. 농민은 지원을 요청했다. 정부는 물 사용을 제한했다.',
    ['기후'],
  ),
  article(
    'ko.museum',
    '박물관, 되찾은 그림 전시',
    '2025-01-22',
    '전쟁 때 도난당한 그림이 박물관으로 돌아왔다. 역사학자들은 편지로 그림을 찾았다. 전시는 토요일에 시작한다.',
    ['문화'],
  ),
  article(
    'ko.vote',
    '시장 선거 투표율 높아',
    '2024-07-08',
    '투표는 차분하게 진행되었다. 시장은 전 장관과 맞붙었다. 개표는 밤새 이어진다.',
    ['정치'],
  ),
  article(
    'ko.strike',
    '타이어 공장 파업',
    '2023-11-15',
    '노동자들은 월요일에 일을 멈췄다. 노조는 임금 인상을 요구한다. 회사는 협상을 제안했다.',
    ['경제'],
  ),
  article(
    'ko.hospital',
    '해안에 새 병원',
    '2024-02-11',
    '병원에는 병상 삼백 개가 들어선다. 은퇴한 의사들이 돌아온다. 간호사들은 응급실이 붐빈다고 말한다.',
    ['건강'],
  ),
  article(
    'ko.match',
    '골키퍼가 결승전을 지켰다',
    '2025-06-01',
    '골키퍼는 승부차기 두 개를 막았다. 선수들은 거리에서 승리를 축하했다. 경기장은 가득 찼다.',
    ['스포츠'],
  ),
  article(
    'ko.port',
    '항구, 부두를 넓힌다',
    '2025-09-05',
    '더 긴 배가 들어올 수 있다. 어부들은 석탄 먼지를 걱정한다. 북쪽 부두는 이백 미터 길어진다.',
    ['교통'],
  ),
  article(
    'ko.hack',
    '해커, 시청 컴퓨터를 잠그다',
    '2025-10-13',
    '시청 서버가 일요일부터 암호화되었다. 해커는 몸값을 요구한다. 경찰은 지불하지 말라고 조언한다.',
    ['보안'],
  ),
];

export const judgedDocuments: readonly JudgedDocument[] = [...french, ...english, ...russian, ...korean];
