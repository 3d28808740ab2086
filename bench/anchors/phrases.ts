/**
 * Wording for generated articles in four languages. Patterns of one language have the same
 * slots, so that two sentences of one pattern are look-alikes: `{n}` a number, `{name}` a name,
 * `{day}` a date, `{a}` and `{b}` common words whose change only changes the wording.
 */
import type { Language } from '../corpus';

export interface Phrases {
  /** Sentences with slots; news agencies' turns among them. */
  readonly patterns: readonly string[];
  /** Sentences that stand in many articles, and often twice in one. */
  readonly boilerplate: readonly string[];
  readonly names: readonly string[];
  readonly days: readonly string[];
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly header: string;
  readonly footer: string;
  /** Makes a sentence say the opposite: words put in, by the word they go with. */
  readonly negation: { readonly after: RegExp; readonly put: string };
  /** Two words that may be put into a sentence without changing what it says. */
  readonly aside: string;
}

export const phrases: Readonly<Record<Language, Phrases>> = {
  fr: {
    patterns: [
      'Selon {name}, {n} personnes ont été évacuées du {a} {b} {day}.',
      'Le ministre {name} a déclaré que le {a} resterait {b} pendant {n} jours.',
      'D’après l’agence, {n} véhicules ont franchi la frontière près du {a} {b} dans la journée.',
      '« Nous avons vu le {a} {b} de nos propres yeux », raconte {name}, qui attendait depuis {n} heures.',
      'Le rapport remis {day} à {name} décrit un {a} {b} et propose {n} mesures.',
      'La circulation a repris devant le {a} {b}, a indiqué la préfecture.',
      'Les habitants réclament que le {a} soit {b} avant la fin des travaux ; {name} le promet.',
    ],
    boilerplate: [
      'Le ministère n’a pas souhaité répondre à nos questions.',
      'Aucun blessé n’est à déplorer, selon les autorités.',
      'Contacté par téléphone, le cabinet a renvoyé au communiqué publié la veille.',
      'L’information a été confirmée par deux sources proches du dossier.',
    ],
    names: ['Maud Tessier', 'Anton Brevik', 'Lucien Farge', 'Ilse Maron', 'Pavel Orsic', 'Jana Vidmar'],
    days: ['le 27 octobre', 'le 30 octobre', 'mardi', 'le 12 septembre', 'en juillet', 'le 18 novembre'],
    a: ['pont', 'pilier', 'chantier', 'poste', 'tunnel', 'quai', 'barrage', 'dépôt'],
    b: ['fissuré', 'fermé', 'provisoire', 'ancien', 'surveillé', 'restauré', 'désert', 'fragile'],
    header: 'Le Courrier d’Estrange | Monde | Abonnez-vous',
    footer: 'Mentions légales. Tous droits réservés.',
    negation: { after: /(?<= )(a|ont|est|sera|soit)(?= )/, put: '$1 jamais' },
    aside: 'dit-on',
  },
  en: {
    patterns: [
      'According to {name}, {n} people were moved from the {b} {a} on {day}.',
      'Minister {name} said that the {a} would stay {b} for another {n} days.',
      'The agency reported that {n} vehicles had crossed near the {b} {a} during the day.',
      '“We saw the {b} {a} with our own eyes,” said {name}, who had been waiting for {n} hours.',
      'The report handed to {name} on {day} describes a {b} {a} and proposes {n} measures.',
      'Traffic moved again in front of the {b} {a}, the prefecture said.',
      'Residents demand that the {a} be made {b} by the end of the works; {name} promises it.',
    ],
    boilerplate: [
      'The ministry did not respond to a request for comment.',
      'There were no immediate reports of injuries, officials said.',
      'Reached by telephone, the office referred to the statement published the day before.',
      'The information was confirmed by two people familiar with the matter.',
    ],
    names: ['Maud Tessier', 'Anton Brevik', 'Erik Halden', 'Ilse Maron', 'Jana Vidmar', 'Harriet Lowden'],
    days: ['27 October', '30 October', 'Tuesday', '12 September', 'Friday', '18 November'],
    a: ['bridge', 'pier', 'depot', 'station', 'tunnel', 'quay', 'dam', 'warehouse'],
    b: ['cracked', 'closed', 'temporary', 'ancient', 'guarded', 'restored', 'deserted', 'fragile'],
    header: 'The Northgate Ledger | World | Subscribe',
    footer: 'Terms of use. All rights reserved.',
    negation: { after: /(?<= )(had|were|would|was|are|is)(?= )/, put: '$1 not' },
    aside: 'it seems',
  },
  ru: {
    patterns: [
      'По словам {name}, {n} человек вывезли из района, где стоит {b} {a}, {day}.',
      'Министр {name} сообщил, что {b} {a} закроют ещё на {n} дней.',
      'Как передаёт агентство, за сутки мимо места, где {b} {a}, прошли {n} машин.',
      '«Мы видели {b} {a} собственными глазами», — рассказал {name}, который ждал там {n} часов.',
      'Доклад, который {name} получил {day}, описывает {b} {a} и предлагает {n} мер.',
      'Движение там, где {b} {a}, было восстановлено, уточнили в префектуре.',
      'Жители требуют, чтобы {b} {a} был осмотрен, и {name} это обещает.',
    ],
    boilerplate: [
      'В министерстве на вопросы редакции не ответили.',
      'О пострадавших не сообщается, уточнили в пресс-службе.',
      'По телефону в ведомстве сослались на заявление, опубликованное накануне.',
      'Эти сведения подтвердили два источника, знакомые с ходом дела.',
    ],
    names: ['Мод Тессье', 'Антон Бревик', 'Эрик Хальден', 'Павел Орсич', 'Яна Видмар', 'Ильзе Марон'],
    days: ['27 октября', '30 октября', 'во вторник', '12 сентября', 'в июле', '18 ноября'],
    a: ['мост', 'туннель', 'склад', 'причал', 'завод', 'вокзал', 'участок', 'маяк'],
    b: ['старый', 'закрытый', 'временный', 'повреждённый', 'пустой', 'новый', 'далёкий', 'узкий'],
    header: 'Северный листок | Мир | Подписка',
    footer: 'Правила пользования. Все права защищены.',
    negation: { after: /(?<= )(был|было|видели|вывезли|закроют|прошли|описывает)(?= )/, put: 'не $1' },
    aside: 'по-видимому',
  },
  ko: {
    patterns: [
      '{name}에 따르면 {day} {b} {a}에서 주민 {n}명이 대피했다.',
      '{name} 장관은 {b} {a}의 운영을 {n}일 동안 중단한다고 밝혔다.',
      '통신사는 하루 동안 {b} {a} 근처에서 차량 {n}대가 국경을 넘었다고 전했다.',
      '“우리는 {b} {a}의 모습을 직접 보았다”고 {n}시간을 기다린 {name} 씨가 말했다.',
      '{day} {name}에게 전달된 보고서는 {b} {a}의 상태를 설명하고 대책 {n}가지를 제안한다.',
      '{b} {a} 앞의 통행이 다시 시작되었다고 당국이 설명했다.',
      '주민들은 공사가 끝나기 전에 {b} {a}의 점검을 요구하고 {name}도 이를 약속했다.',
    ],
    boilerplate: [
      '교통부는 본지의 질문에 답하지 않았다.',
      '당국은 현재까지 인명 피해가 없다고 밝혔다.',
      '장관실은 전화 통화에서 전날 발표한 성명을 참고하라고 답했다.',
      '이 내용은 사정을 잘 아는 소식통 두 명이 확인했다.',
    ],
    names: ['안톤 브레비크', '일제 마론', '서하늘', '김정훈', '야나 비드마르', '박서준'],
    days: ['10월 27일', '10월 30일', '화요일', '9월 12일', '지난 7월', '11월 18일'],
    a: ['다리', '터널', '창고', '부두', '공장', '정거장', '검문소', '등대'],
    b: ['오래된', '폐쇄된', '임시', '손상된', '텅 빈', '새로운', '머나먼', '좁은'],
    header: '한누리신문 | 국제 | 구독',
    footer: '이용 약관. 모든 권리 보유.',
    negation: { after: /(?<= )(밝혔다|전했다|말했다|제안한다|설명했다|약속했다|대피했다)/, put: '$1고 하지 않았다' },
    aside: '아마도',
  },
};
