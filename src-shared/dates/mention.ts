/** What words of a text say about a date, before the article's date turns it into a value. */

/** Which way from the article's day a date without its year lies. */
export type Direction = 'past' | 'future';

/** Parts of the calendar as named; what is missing was not said. */
export interface NamedParts {
  readonly type: 'parts';
  readonly year?: number;
  /** Years from the article's ("작년" is −1); instead of `year`. */
  readonly yearShift?: number;
  /** 1–12. */
  readonly month?: number;
  /** Months from the article's ("지난달" is −1); instead of `month`. */
  readonly monthShift?: number;
  /** EDTF season 21–24; instead of `month`. */
  readonly season?: number;
  readonly day?: number;
  /** 1 (Monday) – 7, said beside the day: settles the year, or shows a slip. */
  readonly weekday?: number;
  /** Said by a word ("prochain", "오는"); the article's day itself is out. */
  readonly direction?: Direction;
  readonly approximate?: boolean;
  /** The month (and year) were said earlier: "le 27", "같은 달 5일", "그해 5월". */
  readonly asSaid?: 'month' | 'year';
}

/** So many days, weeks, months or years from the article's day: "hier", "la semaine dernière". */
export interface Shift {
  readonly type: 'shift';
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly by: number;
  /** A count that people round ("il y a trois mois"), rather than a name ("le mois dernier"). */
  readonly approximate?: boolean;
}

export interface Weekday {
  readonly type: 'weekday';
  readonly weekday: number;
  /** Weeks from the article's, Monday to Sunday ("지난주 수요일" is −1). */
  readonly week?: number;
  /** "ce vendredi": the nearest one, unless the tense says which. */
  readonly nearest?: boolean;
  readonly direction?: Direction;
}

/** A year with digits left open: "199X", "18XX". */
export interface OpenYear {
  readonly type: 'openYear';
  readonly digits: string;
}

export interface Between {
  readonly type: 'between';
  readonly from: SingleMeaning | null;
  readonly to: SingleMeaning | null;
  /** It goes on since then, so it began in the past. */
  readonly hasBegun?: boolean;
}

export type SingleMeaning = NamedParts | Shift | Weekday | OpenYear;
export type Meaning = SingleMeaning | Between;

/** Words that name a date; offsets are UTF-16 code units in the text searched. */
export interface Mention<M extends Meaning = Meaning> {
  readonly start: number;
  readonly end: number;
  readonly meaning: M;
  /** Too little on its own ("3", "2019" without a preposition): counts only within an interval. */
  readonly weak?: boolean;
}

/** One way of writing dates in a language. The pattern needs the flags `g` and `u`. */
export interface DatePattern {
  readonly pattern: RegExp;
  /** Null when the words are no date after all. */
  readonly read: (match: RegExpExecArray) => SingleMeaning | null;
  readonly weak?: boolean;
}

/** How a language joins dates to intervals; each is looked for right before, between or after them. */
export interface IntervalWords {
  /** Before the date of something that goes on since: "depuis", "since". */
  readonly since: RegExp;
  /** Before the date from which something held or will hold: "à partir de". */
  readonly onward: RegExp;
  readonly until: RegExp;
  /** What stands before the first of two dates and, alone, between them: "entre … et", "du … au". */
  readonly pairs: readonly { readonly opening: RegExp; readonly joint: RegExp }[];
  /** After a date that begins, or ends, something: "부터", "까지". */
  readonly sinceAfter?: RegExp;
  readonly untilAfter?: RegExp;
}

/** Everything the search for dates knows of a language. */
export interface DateLanguage {
  readonly patterns: readonly DatePattern[];
  readonly intervals: IntervalWords;
  /** Right before a date that is a habit ("chaque") or part of a name ("rue du"). */
  readonly noDateAfter: RegExp;
  /** Signs in a sentence that it speaks of what will be, or of what was. */
  readonly future: RegExp;
  readonly past: RegExp;
}
