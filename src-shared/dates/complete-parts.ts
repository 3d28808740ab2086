/** Gives a date the month or year that only the date beside it names: "du 3 au 7 mars 2025". */
import type { SingleMeaning } from './mention';

/** The first date, completed from the second; as it was when there is nothing to add. */
export function completedFrom<M extends SingleMeaning | null>(date: M, other: SingleMeaning | null): M | SingleMeaning {
  if (date?.type !== 'parts' || other?.type !== 'parts') return date;
  const { year, yearShift, month, monthShift } = other;
  const lacksMonth = date.day !== undefined && date.month === undefined && date.monthShift === undefined;
  const lacksYear = date.year === undefined && date.yearShift === undefined && date.monthShift === undefined;
  return {
    ...(lacksYear && year !== undefined ? { year } : {}),
    ...(lacksYear && yearShift !== undefined ? { yearShift } : {}),
    ...(lacksMonth && month !== undefined ? { month } : {}),
    ...(lacksMonth && monthShift !== undefined ? { monthShift } : {}),
    ...date,
  };
}
