/**
 * Dates of publication as files write them, brought to EDTF: YYYY, YYYY-MM or
 * YYYY-MM-DD. What is not certain gives an empty string rather than a guess.
 */
import { readWrittenDate } from '@shared/dates/written-date';

/**
 * Reads a date as pages and front matter write it (ISO, ISO with time, "27 octobre
 * 2025", "Oct 27, 2025", "27 октября 2025", "2025년 10월 27일"). Empty when unsure.
 */
export function toEdtf(value: string): string {
  return readWrittenDate(value, 'unknown') ?? '';
}
