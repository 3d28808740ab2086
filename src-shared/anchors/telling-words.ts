/**
 * Words that make a sentence say something else when they change: numbers, dates,
 * negations, names, more and less. A passage that differs in one of these is not
 * the passage any more. The lists lean to caution: a word too many costs an orphan,
 * a word too few a false quotation.
 */

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Folded as in `folded-words`: lower case, accents kept, an elision or `n’t` cut off. */
const tellingWords: ReadonlySet<string> = new Set(
  list(`
    ne n pas non jamais rien aucun aucune nul nulle ni sans guère plus moins personne avant après depuis sauf
    un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante cent cents mille million millions milliard milliards dizaine dizaines douzaine
    centaine centaines millier milliers zéro demi demie moitié tiers quart double triple premier première second
    seconde troisième janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    lundi mardi mercredi jeudi vendredi samedi dimanche
    not no t never none nor neither cannot without nothing nobody nowhere hardly barely more less fewer before
    after until since except zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred hundreds thousand thousands million billion dozen dozens half third quarter double twice once first
    january february march april june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    не нет ни никогда никто никого никому ничего ничто нельзя без никак нигде более менее больше меньше до после
    кроме ноль один одна одно одного одной одну два две двух двум три трех трем пять пяти шесть шести семь семи
    сто ста
  `),
);

/** Beginnings, for words that are inflected. */
const tellingBeginnings = list(`
  четыр восем восьм девят десят одиннадцат двенадцат тринадцат пятнадцат шестнадцат семнадцат двадцат тридцат
  сорок пятьдесят шестьдесят семьдесят двест трист пятьсот тысяч миллион миллиард полов перв втор трет четверт
  январ феврал март апрел мая июн июл август сентябр октябр ноябр декабр
  понедельник вторник сред четверг пятниц суббот воскресен
`);

/** Digits, and signs that are words of their own: `%`, `€`, `?`, `-`. */
const numberOrSign = /[\p{N}\p{S}%‰?-]/u;
/** Particles that may follow a Korean noun: subject, topic, object, place and the like. */
const particles: ReadonlySet<string> = new Set(
  list('은 는 이 가 을 를 의 에 에서 에게 와 과 로 으로 도 만 까지 부터 께서').concat(''),
);
/** Shorter stems might be a name whose last syllable is not a particle: 김정은. */
const shortestStem = 3;

const hasCase = (raw: string): boolean => raw.toLowerCase() !== raw.toUpperCase();
const hasCapital = (raw: string): boolean => raw !== raw.toLowerCase();

/** True when a word (as it stands, and folded) says what its sentence is about. */
function isTelling(raw: string, folded: string): boolean {
  if (numberOrSign.test(folded) || tellingWords.has(folded)) return true;
  if (tellingBeginnings.some((beginning) => folded.startsWith(beginning))) return true;
  return hasCapital(raw) || !hasCase(raw);
}

/** True when two Korean words differ only in the particle after a stem that can be told from it. */
function differInParticle(a: string, b: string): boolean {
  let stem = 0;
  while (stem < a.length && stem < b.length && a[stem] === b[stem]) stem++;
  for (; stem >= shortestStem; stem--) if (particles.has(a.slice(stem)) && particles.has(b.slice(stem))) return true;
  return false;
}

/** `legal` and `illegal`, `известный` and `неизвестный`: one is the other with a beginning. */
const differInBeginning = (a: string, b: string): boolean =>
  a.length !== b.length && Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a));

export interface Word {
  /** As it stands in the text. */
  readonly raw: string;
  readonly folded: string;
}

/**
 * True when words that replaced others (either may be none) leave a passage saying
 * what it said: other words of the common kind, other blanks, another Korean particle.
 */
export function isHarmlessChange(removed: readonly Word[], added: readonly Word[]): boolean {
  const join = (words: readonly Word[]): string => words.map(({ folded }) => folded).join('');
  if (join(removed) === join(added)) return !/\p{N}/u.test(join(removed));
  const [before, after] = [removed[0], added[0]];
  if (before && after && removed.length === 1 && added.length === 1) {
    if (/^[가-힣]+$/.test(before.folded + after.folded)) return differInParticle(before.folded, after.folded);
    if (differInBeginning(before.folded, after.folded)) return false;
  }
  return [...removed, ...added].every(({ raw, folded }) => !isTelling(raw, folded));
}
